-- The viewers, live channels and categories of the whole platform at each complete snapshot, with what its crawl says
-- of itself. A snapshot without any observation has a row too.
--
-- unit: snapshot
-- grain: snapshot_at
-- order: snapshot_at
-- inputs: silver_stream_updates, snapshots

with

observed as (
    select
        snapshot_at,
        sum(viewers) as viewers,
        count(*) as channels,
        count(distinct category_id) as categories
    from silver_stream_updates
    group by snapshot_at
)

select
    snapshots.snapshot_at,
    cast(coalesce(observed.viewers, 0) as bigint) as viewers,
    cast(coalesce(observed.channels, 0) as bigint) as channels,
    cast(coalesce(observed.categories, 0) as bigint) as categories,
    snapshots.cadence_seconds,
    snapshots.simulated,
    snapshots.listed,
    snapshots.unlisted
from snapshots
left join observed on snapshots.snapshot_at = observed.snapshot_at
