-- How much the whole platform was watched within each period asked for.
--
-- unit: view
-- grain: period, period_start
-- inputs: period_slices, gold_snapshot_metrics

select
    slices.period,
    slices.period_start,
    cast(sum(metrics.viewers * slices.seconds) as bigint) as viewer_seconds,
    cast(sum(metrics.channels * slices.seconds) as bigint) as live_seconds,
    cast(sum(metrics.categories * slices.seconds) as bigint) as category_seconds,
    cast(sum(slices.seconds) as bigint) as covered_seconds,
    max(metrics.viewers) as peak_viewers,
    cast(
        timestamp_seconds(
            max(metrics.viewers) * 4294967296 - max(metrics.viewers * 4294967296 - slices.begins_second)
        ) as timestamp
    ) as peak_at,
    max(metrics.channels) as peak_channels
from gold_snapshot_metrics as metrics
inner join period_slices as slices on metrics.snapshot_at = slices.snapshot_at
group by
    slices.period,
    slices.period_start
