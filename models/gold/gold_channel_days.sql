-- How much each channel was watched within each UTC day, by category and language: the sum of its hours. Rows with 100
-- viewers and more come first, so that the largest channels can be found without reading all.
--
-- unit: day
-- grain: day_at, channel_id, category_id, language
-- order: peak_viewers < 100, channel_id, category_id, language
-- inputs: gold_channel_hours, target_days

select
    days.day_at,
    hours.channel_id,
    hours.category_id,
    hours.language,
    cast(sum(hours.viewer_seconds) as bigint) as viewer_seconds,
    cast(sum(hours.live_seconds) as bigint) as live_seconds,
    max(hours.peak_viewers) as peak_viewers,
    cast(
        timestamp_seconds(
            max(hours.peak_viewers) * 4294967296
            - max(hours.peak_viewers * 4294967296 - unix_timestamp(hours.peak_at))
        ) as timestamp
    ) as peak_at,
    min(hours.on_air_from) as on_air_from,
    max(hours.on_air_until) as on_air_until
from gold_channel_hours as hours
inner join target_days as days
    on hours.hour_at >= days.day_at
    and hours.hour_at < days.day_end
group by
    days.day_at,
    hours.channel_id,
    hours.category_id,
    hours.language
