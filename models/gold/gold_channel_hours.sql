-- How much each channel was watched within each hour, by category and language: viewers times the seconds of each
-- snapshot's reach that lie in the hour. Rows with 100 viewers and more come first, so that the largest channels can be
-- found without reading all.
--
-- unit: hour
-- grain: hour_at, channel_id, category_id, language
-- order: peak_viewers < 100, channel_id, hour_at, category_id, language
-- inputs: silver_stream_updates, snapshot_reach, target_hours

with

slices as (
    select
        hours.hour_at,
        reach.snapshot_at,
        least(reach.reaches_until, hours.hour_end) as ends_at,
        unix_timestamp(greatest(reach.snapshot_at, hours.hour_at)) as begins_second,
        unix_timestamp(least(reach.reaches_until, hours.hour_end))
        - unix_timestamp(greatest(reach.snapshot_at, hours.hour_at)) as seconds
    from target_hours as hours
    inner join snapshot_reach as reach
        on reach.snapshot_at < hours.hour_end
        and reach.reaches_until > hours.hour_at
)

select
    slices.hour_at,
    updates.channel_id,
    updates.category_id,
    updates.language,
    cast(sum(updates.viewers * slices.seconds) as bigint) as viewer_seconds,
    cast(sum(slices.seconds) as bigint) as live_seconds,
    max(updates.viewers) as peak_viewers,
    cast(
        timestamp_seconds(
            max(updates.viewers) * 4294967296 - max(updates.viewers * 4294967296 - slices.begins_second)
        ) as timestamp
    ) as peak_at,
    cast(timestamp_seconds(min(slices.begins_second)) as timestamp) as on_air_from,
    max(slices.ends_at) as on_air_until
from silver_stream_updates as updates
inner join slices on updates.snapshot_at = slices.snapshot_at
group by
    slices.hour_at,
    updates.channel_id,
    updates.category_id,
    updates.language
