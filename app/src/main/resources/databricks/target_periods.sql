-- Every hour, day and week, and the windows of an hour, a day and a week that end with the newest snapshot's reach.
with

newest as (
    select max(unix_timestamp(snapshot_at) + cadence_seconds) as end_second
    from snapshots
),

windows as (
    select 'last-hour' as period, 3600 as seconds
    union all
    select 'last-day' as period, 86400 as seconds
    union all
    select 'last-week' as period, 604800 as seconds
)

select
    'hour' as period,
    hour_at as period_start,
    hour_end as period_end
from target_hours

union all

select
    'day' as period,
    day_at as period_start,
    day_end as period_end
from target_days

union all

select distinct
    'week' as period,
    cast(date_trunc('week', day_at) as timestamp) as period_start,
    cast(timestamp_seconds(unix_timestamp(date_trunc('week', day_at)) + 604800) as timestamp) as period_end
from target_days

union all

select
    windows.period,
    cast(timestamp_seconds(newest.end_second - windows.seconds) as timestamp) as period_start,
    cast(timestamp_seconds(newest.end_second) as timestamp) as period_end
from windows
cross join newest
where newest.end_second is not null
