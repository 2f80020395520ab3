-- There are at least half as many channels as at the snapshot before, where that saw 100 or more and is not far away.
--
-- severity: warn
-- on: gold_snapshot_metrics

with

followed as (
    select
        snapshot_at,
        channels,
        lag(channels) over (order by snapshot_at asc nulls last) as channels_before,
        lag(snapshot_at) over (order by snapshot_at asc nulls last) as before_at,
        lag(cadence_seconds) over (order by snapshot_at asc nulls last) as cadence_before
    from gold_snapshot_metrics
)

select
    snapshot_at,
    1 as broken,
    concat(cast(channels as string), ' channels, ', cast(channels_before as string), ' before') as detail
from followed
where
    channels_before >= 100
    and channels * 2 < channels_before
    and unix_timestamp(snapshot_at) - unix_timestamp(before_at) < 2 * cadence_before
