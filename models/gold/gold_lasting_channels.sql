-- The thousand channels longest on air in each hour, day and week that is over, with their places.
--
-- unit: period
-- grain: period, period_start, channel_id
-- order: period, period_start, place
-- inputs: target_periods, channel_metrics, horizon

with

timed as (
    select
        periods.period,
        periods.period_start
    from target_periods as periods
    cross join horizon
    where
        (periods.period = 'hour' and periods.period_end <= horizon.newest_until)
        or (periods.period in ('day', 'week') and periods.period_end <= horizon.newest_snapshot_at)
),

sums as (
    select
        metrics.period,
        metrics.period_start,
        metrics.channel_id,
        cast(sum(metrics.viewer_seconds) as bigint) as viewer_seconds,
        cast(sum(metrics.live_seconds) as bigint) as live_seconds,
        max(metrics.peak_viewers) as peak_viewers
    from channel_metrics as metrics
    inner join timed
        on metrics.period = timed.period
        and metrics.period_start = timed.period_start
    group by
        metrics.period,
        metrics.period_start,
        metrics.channel_id
),

lengths as (
    select
        period,
        period_start,
        live_seconds,
        count(*) as channels
    from sums
    group by
        period,
        period_start,
        live_seconds
),

longer as (
    select
        period,
        period_start,
        live_seconds,
        sum(channels) over (partition by period, period_start order by live_seconds desc nulls last)
        - channels as longer_channels
    from lengths
),

shortest as (
    select
        period,
        period_start,
        min(live_seconds) as live_seconds
    from longer
    where longer_channels < 1000
    group by
        period,
        period_start
),

placed as (
    select
        sums.*,
        row_number() over (
            partition by sums.period, sums.period_start
            order by
                sums.live_seconds desc nulls last,
                sums.peak_viewers desc nulls last,
                sums.channel_id asc nulls last
        ) as place
    from sums
    inner join shortest
        on sums.period = shortest.period
        and sums.period_start = shortest.period_start
        and sums.live_seconds >= shortest.live_seconds
)

select
    period,
    period_start,
    channel_id,
    cast(place as int) as place,
    viewer_seconds,
    live_seconds,
    peak_viewers
from placed
where place <= 1000
