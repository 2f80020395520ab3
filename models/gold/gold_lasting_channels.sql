-- The thousand channels longest on air in each hour, day and week that is over, with their places.
-- Nobody is on air for longer than the time covered. Where a thousand channels were for all of it and had 100 viewers and
-- more, whoever never had 100 viewers comes after them and need not be looked at; elsewhere everybody is.
--
-- unit: period
-- grain: period, period_start, channel_id
-- order: period, period_start, place
-- periods: over
-- inputs: target_periods, channel_metrics, large_channel_metrics, covered_time, horizon

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

large_sums as (
    select
        metrics.period,
        metrics.period_start,
        metrics.channel_id,
        sum(metrics.viewer_seconds) as viewer_seconds,
        sum(metrics.live_seconds) as live_seconds,
        max(metrics.peak_viewers) as peak_viewers
    from large_channel_metrics as metrics
    inner join timed
        on metrics.period = timed.period
        and metrics.period_start = timed.period_start
    group by
        metrics.period,
        metrics.period_start,
        metrics.channel_id
),

certified as (
    select
        sums.period,
        sums.period_start
    from large_sums as sums
    inner join covered_time as covered
        on sums.period = covered.period
        and sums.period_start = covered.period_start
    where
        sums.live_seconds >= covered.covered_seconds
        and sums.peak_viewers >= 100
    group by
        sums.period,
        sums.period_start
    having count(*) >= 1000
),

uncertain as (
    select timed.period, timed.period_start
    from timed
    anti join certified
        on timed.period = certified.period
        and timed.period_start = certified.period_start
),

sums as (
    select large_sums.*
    from large_sums
    inner join certified
        on large_sums.period = certified.period
        and large_sums.period_start = certified.period_start

    union all

    select
        metrics.period,
        metrics.period_start,
        metrics.channel_id,
        sum(metrics.viewer_seconds) as viewer_seconds,
        sum(metrics.live_seconds) as live_seconds,
        max(metrics.peak_viewers) as peak_viewers
    from channel_metrics as metrics
    inner join uncertain
        on metrics.period = uncertain.period
        and metrics.period_start = uncertain.period_start
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
    cast(viewer_seconds as bigint) as viewer_seconds,
    cast(live_seconds as bigint) as live_seconds,
    peak_viewers
from placed
where place <= 1000
