-- The thousand channels with the most hours watched of each hour, day, week and rolling window.
-- Equals share a rank. Where the list ends among them, those with the higher peak stand in it, then those with the lower
-- id.
--
-- unit: period
-- grain: period, period_start, channel_id
-- order: period, period_start, rank, peak_viewers desc, channel_id
-- inputs: target_periods, channel_metrics

with

channels as (
    select
        period,
        period_start,
        channel_id,
        sum(viewer_seconds) as viewer_seconds,
        sum(live_seconds) as live_seconds,
        max(peak_viewers) as peak_viewers,
        max_by(peak_at, peak_viewers * 4294967296 - unix_timestamp(peak_at)) as peak_at
    from channel_metrics
    group by
        period,
        period_start,
        channel_id
),

placed as (
    select
        *,
        row_number() over (
            partition by period, period_start
            order by viewer_seconds desc nulls last, peak_viewers desc nulls last, channel_id asc nulls last
        ) as place
    from channels
),

ranked as (
    select
        *,
        rank() over (
            partition by period, period_start
            order by viewer_seconds desc nulls last
        ) as rank
    from placed
    where place <= 1000
)

select
    ranked.period,
    ranked.period_start,
    periods.period_end,
    cast(ranked.rank as bigint) as rank,
    ranked.channel_id,
    cast(ranked.viewer_seconds as bigint) as viewer_seconds,
    cast(ranked.viewer_seconds as double) / 3600 as hours_watched,
    cast(ranked.live_seconds as bigint) as live_seconds,
    cast(ranked.viewer_seconds as double) / nullif(cast(ranked.live_seconds as double), 0) as average_viewers,
    ranked.peak_viewers,
    ranked.peak_at
from ranked
inner join target_periods as periods
    on ranked.period = periods.period
    and ranked.period_start = periods.period_start
