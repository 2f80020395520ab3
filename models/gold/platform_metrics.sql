-- How much the whole platform was watched within each period asked for.
--
-- unit: view
-- grain: period, period_start
-- inputs: target_periods, gold_snapshot_metrics, snapshot_reach

with

slices as (
    select
        periods.period,
        periods.period_start,
        reach.snapshot_at,
        greatest(reach.snapshot_at, periods.period_start) as begins_at,
        unix_timestamp(least(reach.reaches_until, periods.period_end))
        - unix_timestamp(greatest(reach.snapshot_at, periods.period_start)) as seconds
    from target_periods as periods
    inner join snapshot_reach as reach
        on reach.snapshot_at < periods.period_end
        and reach.reaches_until > periods.period_start
)

select
    slices.period,
    slices.period_start,
    cast(sum(metrics.viewers * slices.seconds) as bigint) as viewer_seconds,
    cast(sum(metrics.channels * slices.seconds) as bigint) as live_seconds,
    cast(sum(metrics.categories * slices.seconds) as bigint) as category_seconds,
    cast(sum(slices.seconds) as bigint) as covered_seconds,
    max(metrics.viewers) as peak_viewers,
    max_by(slices.begins_at, metrics.viewers * 4294967296 - unix_timestamp(slices.begins_at)) as peak_at,
    max(metrics.channels) as peak_channels
from gold_snapshot_metrics as metrics
inner join slices on metrics.snapshot_at = slices.snapshot_at
group by
    slices.period,
    slices.period_start
