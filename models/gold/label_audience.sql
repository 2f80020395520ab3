-- How many channels were on air with each genre, theme and game mode within each period asked for. A channel that showed
-- several categories of a genre is one.
--
-- unit: view
-- grain: period, period_start, kind, label_id
-- inputs: channel_metrics, gold_category_labels

with

kinds as (
    select kind from (values ('genre'), ('theme'), ('mode')) as given(kind)
),

on_air as (
    select distinct
        period,
        period_start,
        category_id,
        channel_id
    from channel_metrics
    where live_seconds > 0
)

select
    on_air.period,
    on_air.period_start,
    kinds.kind,
    coalesce(labels.label_id, 0) as label_id,
    cast(count(distinct on_air.channel_id) as bigint) as unique_channels
from on_air
cross join kinds
left join gold_category_labels as labels
    on on_air.category_id = labels.category_id
    and kinds.kind = labels.kind
group by
    on_air.period,
    on_air.period_start,
    kinds.kind,
    coalesce(labels.label_id, 0)
