-- How many broadcasts started in each second, by the category and the language that they showed when they were first seen, on the
-- day when that was: the day on which they started or the one after. Whoever was not seen until then does not count, so that
-- two days tell all, and a broadcast whose start nobody knows never does.
--
-- unit: over
-- grain: day_at, started_at, category_id, language
-- order: category_id, language, started_at
-- inputs: silver_stream_updates, target_days

with

days as (
    select
        day_at,
        day_end,
        cast(timestamp_seconds(unix_timestamp(day_at) - 86400) as timestamp) as day_before
    from target_days
),

seen as (
    select
        days.day_at,
        updates.stream_id,
        updates.started_at >= days.day_at as is_of_the_day,
        min_by(updates.started_at, updates.snapshot_at) as started_at,
        min_by(updates.category_id, updates.snapshot_at) as category_id,
        min_by(updates.language, updates.snapshot_at) as language
    from silver_stream_updates as updates
    inner join days
        on updates.snapshot_at >= days.day_at
        and updates.snapshot_at < days.day_end
        and updates.started_at >= days.day_before
        and updates.started_at < days.day_end
    group by
        days.day_at,
        updates.stream_id,
        updates.started_at >= days.day_at
),

seen_before as (
    select updates.stream_id
    from silver_stream_updates as updates
    inner join days
        on updates.snapshot_at < days.day_at
        and updates.started_at >= days.day_before
        and updates.started_at < days.day_at
),

first_seen as (
    select * from seen
    where is_of_the_day

    union all

    select seen.*
    from seen
    anti join seen_before on seen.stream_id = seen_before.stream_id
    where not seen.is_of_the_day
)

select
    day_at,
    started_at,
    category_id,
    language,
    cast(count(*) as bigint) as broadcasts
from first_seen
group by
    day_at,
    started_at,
    category_id,
    language
