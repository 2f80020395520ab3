-- The thousand channels with the most hours watched of each hour, day, week and rolling window.
-- Equals share a rank. Where the list ends among them, those with the higher peak stand in it, then those with the lower
-- id.
--
-- unit: period
-- grain: period, period_start, channel_id
-- order: period, period_start, rank, peak_viewers desc, channel_id
-- inputs: target_periods, gold_leading_channels

with

ranked as (
    select
        channels.*,
        periods.period_end,
        rank() over (
            partition by channels.period, channels.period_start
            order by channels.viewer_seconds desc nulls last
        ) as rank
    from gold_leading_channels as channels
    inner join target_periods as periods
        on channels.period = periods.period
        and channels.period_start = periods.period_start
    where channels.hours_place is not null
)

select
    period,
    period_start,
    period_end,
    cast(rank as bigint) as rank,
    channel_id,
    viewer_seconds,
    cast(viewer_seconds as double) / 3600 as hours_watched,
    live_seconds,
    cast(viewer_seconds as double) / nullif(cast(live_seconds as double), 0) as average_viewers,
    peak_viewers,
    peak_at
from ranked
