-- How much was watched of each genre, theme, game mode and release age on each UTC day that is over.
--
-- unit: labelled
-- grain: day_at, kind, label_id
-- order: day_at, kind, label_id
-- inputs: label_metrics

select
    period_start as day_at,
    kind,
    label_id,
    viewer_seconds,
    live_seconds,
    peak_viewers,
    peak_at,
    peak_channels
from label_metrics
