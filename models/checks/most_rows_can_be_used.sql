-- Of a hundred rows or more at least half can be used.
--
-- severity: fail
-- on: bronze_stream_updates

with

counted as (
    select
        snapshot_at,
        count(*) as received,
        count(problem) as unusable
    from bronze_stream_updates
    group by snapshot_at
)

select
    snapshot_at,
    unusable as broken,
    concat(cast(unusable as string), ' of ', cast(received as string), ' rows cannot be used') as detail
from counted
where
    received >= 100
    and unusable * 2 > received
