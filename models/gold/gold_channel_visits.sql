-- How many channels were on air within a day that is over from one time until another, and were on air before until a third;
-- null where they never were before. Tells how many different channels any period holds: each counts on the first of the
-- period's days that it was on air.
--
-- unit: over
-- grain: day_at, on_air_from, on_air_until, previous_until
-- order: previous_until nulls first, on_air_from, on_air_until
-- inputs: gold_channel_days, gold_channel_months, target_days

with

visits as (
    select
        days.day_at,
        days.channel_id,
        min(days.on_air_from) as on_air_from,
        max(days.on_air_until) as on_air_until
    from gold_channel_days as days
    inner join target_days on days.day_at = target_days.day_at
    group by
        days.day_at,
        days.channel_id
),

earlier as (
    select
        days.channel_id,
        days.on_air_until
    from gold_channel_days as days
    inner join target_days on days.day_at < target_days.day_at

    union all

    select
        months.channel_id,
        months.on_air_until
    from gold_channel_months as months
    inner join target_days on months.month_at < target_days.day_at
),

previous as (
    select
        visits.channel_id,
        max(earlier.on_air_until) as previous_until
    from earlier
    inner join visits on earlier.channel_id = visits.channel_id
    group by visits.channel_id
)

select
    visits.day_at,
    visits.on_air_from,
    visits.on_air_until,
    previous.previous_until,
    cast(count(*) as bigint) as channels
from visits
left join previous on visits.channel_id = previous.channel_id
group by
    visits.day_at,
    visits.on_air_from,
    visits.on_air_until,
    previous.previous_until
