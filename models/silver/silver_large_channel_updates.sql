-- The observations of a day that is over of those channels alone that had 100 viewers at any time of it, the earliest first:
-- few of all, and most of what the ends of a period take of the channels that lead it. Of a channel the day's observations are
-- all here or none.
--
-- unit: over
-- grain: day_at, snapshot_at, channel_id
-- order: snapshot_at, channel_id
-- inputs: silver_stream_updates, target_days

with

updates as (
    select
        days.day_at,
        seen.snapshot_at,
        seen.channel_id,
        seen.category_id,
        seen.language,
        seen.viewers
    from silver_stream_updates as seen
    inner join target_days as days
        on seen.snapshot_at >= days.day_at
        and seen.snapshot_at < days.day_end
),

large as (
    select distinct
        day_at,
        channel_id
    from updates
    where viewers >= 100
)

select updates.*
from updates
inner join large
    on updates.day_at = large.day_at
    and updates.channel_id = large.channel_id
