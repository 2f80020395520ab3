-- How many channels were on air within each period asked for. Periods that end with the newest snapshot are counted by
-- when each channel was last on air, all others by their pieces.
--
-- unit: view
-- grain: period, period_start
-- inputs: channel_metrics, gold_recent_channels, gold_channel_days, target_recent

with

opening as (
    select distinct open_from from target_recent
),

today as (
    select
        days.channel_id,
        max(days.on_air_until) as on_air_until
    from gold_channel_days as days
    inner join opening on days.day_at >= opening.open_from
    group by days.channel_id
),

earlier as (
    select recent.on_air_until
    from gold_recent_channels as recent
    inner join opening on recent.on_air_until <= opening.open_from
    anti join today on recent.channel_id = today.channel_id
    where recent.is_last
),

on_air as (
    select distinct
        period,
        period_start,
        channel_id
    from channel_metrics
),

last_seen as (
    select
        on_air_until,
        count(*) as channels
    from (
        select on_air_until from today
        union all
        select on_air_until from earlier
    ) as seen
    group by on_air_until
)

select
    period,
    period_start,
    cast(count(*) as bigint) as unique_channels
from on_air
group by
    period,
    period_start

union all

select
    recent.period,
    recent.period_start,
    cast(sum(last_seen.channels) as bigint) as unique_channels
from last_seen
inner join target_recent as recent on last_seen.on_air_until > recent.period_start
group by
    recent.period,
    recent.period_start
