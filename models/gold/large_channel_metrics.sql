-- The same as channel_metrics of those channels alone that had 100 viewers at any time within the periods asked for: few of
-- all, and found without reading all.
--
-- unit: view
-- grain: period, period_start, piece_start, channel_id, category_id, language
-- inputs: channel_metrics

with

large as (
    select distinct channel_id
    from channel_metrics
    where peak_viewers >= 100
)

select metrics.*
from channel_metrics as metrics
inner join large on metrics.channel_id = large.channel_id
