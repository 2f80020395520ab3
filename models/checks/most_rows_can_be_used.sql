-- Of a hundred rows or more at least half can be used.
--
-- severity: fail
-- on: bronze_unusable_rows

select
    snapshot_at,
    unusable as broken,
    concat(cast(unusable as string), ' of ', cast(received as string), ' rows cannot be used') as detail
from bronze_unusable_rows
where
    received >= 100
    and unusable * 2 > received
