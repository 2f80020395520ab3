-- When each channel was last on air with each category within the seven days before the newest snapshot's, and whether
-- that was its last category. A window that ends with the newest snapshot is counted by it: whoever was on air after the
-- window's start was on air in it.
--
-- unit: recent
-- grain: channel_id, category_id
-- order: category_id, channel_id
-- inputs: gold_channel_days, target_days

with

pairs as (
    select
        days.channel_id,
        days.category_id,
        max(days.on_air_until) as on_air_until
    from gold_channel_days as days
    inner join target_days on days.day_at = target_days.day_at
    group by
        days.channel_id,
        days.category_id
),

channels as (
    select
        channel_id,
        max(on_air_until) as on_air_until
    from pairs
    group by channel_id
)

select
    pairs.channel_id,
    pairs.category_id,
    pairs.on_air_until,
    pairs.on_air_until = channels.on_air_until as is_last
from pairs
inner join channels on pairs.channel_id = channels.channel_id
