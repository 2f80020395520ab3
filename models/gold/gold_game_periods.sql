-- How much each category was watched within each hour, day, week and rolling window.
--
-- unit: period
-- grain: period, period_start, category_id
-- order: period, period_start, category_id
-- inputs: category_metrics

select
    period,
    period_start,
    category_id,
    viewer_seconds,
    live_seconds,
    unique_channels,
    peak_viewers,
    peak_at,
    peak_channels
from category_metrics
