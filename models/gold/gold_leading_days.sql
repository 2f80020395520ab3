-- Every day of a month's channels of the first two tiers, as far as the days are over: what rankings of parts of the month
-- add up.
--
-- unit: month
-- grain: day_at, channel_id
-- order: tier, day_at, channel_id
-- inputs: gold_channel_days, gold_channel_months, target_months

select
    months.month_at,
    leading_channels.tier,
    days.day_at,
    days.channel_id,
    cast(sum(days.viewer_seconds) as bigint) as viewer_seconds,
    cast(sum(days.live_seconds) as bigint) as live_seconds,
    max(days.peak_viewers) as peak_viewers
from gold_channel_days as days
inner join target_months as months
    on days.day_at >= months.month_at
    and days.day_at < months.month_end
inner join gold_channel_months as leading_channels
    on leading_channels.month_at = months.month_at
    and leading_channels.channel_id = days.channel_id
where leading_channels.tier < 2
group by
    months.month_at,
    leading_channels.tier,
    days.day_at,
    days.channel_id
