-- The thousand best channels of each hour, day, week and rolling window by hours watched, by peak and by average viewers,
-- each with its place by each of them; a place beyond 1000 is null.
-- Whoever never had 100 viewers has fewer viewer-seconds than 100 times the time covered, and a lower peak and average than
-- 100. Where a thousand channels exceed that, nobody else needs to be looked at; elsewhere everybody is.
--
-- unit: period
-- grain: period, period_start, channel_id
-- order: period, period_start, channel_id
-- inputs: target_periods, channel_metrics, large_channel_metrics, covered_time

with

large_sums as (
    select
        metrics.period,
        metrics.period_start,
        metrics.channel_id,
        sum(metrics.viewer_seconds) as viewer_seconds,
        sum(metrics.live_seconds) as live_seconds,
        max(metrics.peak_viewers) as peak_viewers,
        max(metrics.peak_viewers * 4294967296 - unix_timestamp(metrics.peak_at)) as peak_key
    from large_channel_metrics as metrics
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
    group by
        sums.period,
        sums.period_start
    having
        sum(case when sums.viewer_seconds >= 100 * covered.covered_seconds then 1 else 0 end) >= 1000
        and sum(case when sums.viewer_seconds >= 100 * sums.live_seconds then 1 else 0 end) >= 1000
),

uncertain as (
    select target_periods.period, target_periods.period_start
    from target_periods
    anti join certified
        on target_periods.period = certified.period
        and target_periods.period_start = certified.period_start
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
        max(metrics.peak_viewers) as peak_viewers,
        max(metrics.peak_viewers * 4294967296 - unix_timestamp(metrics.peak_at)) as peak_key
    from channel_metrics as metrics
    inner join uncertain
        on metrics.period = uncertain.period
        and metrics.period_start = uncertain.period_start
    group by
        metrics.period,
        metrics.period_start,
        metrics.channel_id
),

placed as (
    select
        *,
        row_number() over (
            partition by period, period_start
            order by viewer_seconds desc nulls last, peak_viewers desc nulls last, channel_id asc nulls last
        ) as hours_place,
        row_number() over (
            partition by period, period_start
            order by peak_viewers desc nulls last, channel_id asc nulls last
        ) as peak_place,
        row_number() over (
            partition by period, period_start
            order by
                cast(viewer_seconds as double) / live_seconds desc nulls last,
                peak_viewers desc nulls last,
                channel_id asc nulls last
        ) as average_place
    from sums
)

select
    period,
    period_start,
    channel_id,
    cast(viewer_seconds as bigint) as viewer_seconds,
    cast(live_seconds as bigint) as live_seconds,
    peak_viewers,
    cast(timestamp_seconds(peak_viewers * 4294967296 - peak_key) as timestamp) as peak_at,
    cast(case when hours_place <= 1000 then hours_place end as int) as hours_place,
    cast(case when peak_place <= 1000 then peak_place end as int) as peak_place,
    cast(case when average_place <= 1000 then average_place end as int) as average_place
from placed
where hours_place <= 1000 or peak_place <= 1000 or average_place <= 1000
