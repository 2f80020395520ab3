-- Of a hundred rows or more at most half repeat a stream that came before.
--
-- severity: warn
-- on: bronze_usable_rows

select
    snapshot_at,
    received - streams as broken,
    concat(cast(received - streams as string), ' of ', cast(received as string), ' rows are repeats') as detail
from bronze_usable_rows
where
    received >= 100
    and (received - streams) * 2 > received
