-- How much the whole platform was watched within each hour, day, week and rolling window, by how many channels.
--
-- unit: period
-- grain: period, period_start
-- order: period, period_start
-- inputs: platform_metrics, platform_audience

select
    metrics.period,
    metrics.period_start,
    metrics.viewer_seconds,
    metrics.live_seconds,
    metrics.covered_seconds,
    metrics.peak_viewers,
    metrics.peak_at,
    metrics.peak_channels,
    coalesce(audience.unique_channels, 0) as unique_channels
from platform_metrics as metrics
left join platform_audience as audience
    on metrics.period = audience.period
    and metrics.period_start = audience.period_start
