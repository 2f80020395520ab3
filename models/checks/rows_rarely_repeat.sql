-- Of a hundred rows or more at most half repeat a stream that came before.
--
-- severity: warn
-- on: bronze_stream_updates

with

counted as (
    select
        snapshot_at,
        count(*) as received,
        count(distinct id) as streams
    from bronze_stream_updates
    where problem is null
    group by snapshot_at
)

select
    snapshot_at,
    received - streams as broken,
    concat(cast(received - streams as string), ' of ', cast(received as string), ' rows are repeats') as detail
from counted
where
    received >= 100
    and (received - streams) * 2 > received
