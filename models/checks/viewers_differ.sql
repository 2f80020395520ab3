-- A hundred streams or more do not all have the same number of viewers.
--
-- severity: fail
-- on: bronze_stream_updates

with

counted as (
    select
        snapshot_at,
        count(distinct id) as streams,
        min(viewer_count) as fewest,
        max(viewer_count) as most
    from bronze_stream_updates
    where problem is null
    group by snapshot_at
)

select
    snapshot_at,
    streams as broken,
    concat('all ', cast(streams as string), ' streams have ', cast(most as string), ' viewers') as detail
from counted
where
    streams >= 100
    and fewest = most
