-- The whole platform at the newest snapshot, and over the hour, day and week that end with that snapshot's reach.
--
-- unit: rolling
-- grain: period
-- order: period, period_start
-- inputs: target_periods, platform_metrics, covered_time, gold_snapshot_metrics, horizon

select
    periods.period,
    periods.period_start,
    periods.period_end,
    newest.snapshot_at,
    newest.viewers,
    newest.channels,
    newest.categories,
    metrics.viewer_seconds,
    cast(metrics.viewer_seconds as double) / 3600 as hours_watched,
    cast(metrics.viewer_seconds as double) / nullif(cast(covered.covered_seconds as double), 0) as average_viewers,
    cast(metrics.live_seconds as double) / nullif(cast(covered.covered_seconds as double), 0) as average_channels,
    metrics.peak_viewers,
    metrics.peak_at,
    metrics.peak_channels,
    covered.covered_seconds,
    covered.bridged_seconds
from target_periods as periods
inner join platform_metrics as metrics
    on periods.period = metrics.period
    and periods.period_start = metrics.period_start
inner join covered_time as covered
    on periods.period = covered.period
    and periods.period_start = covered.period_start
cross join horizon
inner join gold_snapshot_metrics as newest
    on newest.snapshot_at = horizon.newest_snapshot_at
where periods.period like 'last-%'
