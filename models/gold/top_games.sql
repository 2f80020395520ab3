-- The thousand categories with the most hours watched of each hour, day, week and rolling window.
-- Equals share a rank. Where the list ends among them, those with the higher peak stand in it, then those with the lower
-- id.
--
-- unit: period
-- grain: period, period_start, category_id
-- order: period, period_start, rank, peak_viewers desc, try_cast(category_id as bigint), category_id
-- inputs: target_periods, gold_game_periods, covered_time

with

placed as (
    select
        games.*,
        row_number() over (
            partition by games.period, games.period_start
            order by
                viewer_seconds desc nulls last,
                peak_viewers desc nulls last,
                try_cast(category_id as bigint) asc nulls first,
                category_id asc nulls last
        ) as place
    from gold_game_periods as games
    inner join target_periods as periods
        on games.period = periods.period
        and games.period_start = periods.period_start
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
    ranked.category_id,
    ranked.viewer_seconds,
    cast(ranked.viewer_seconds as double) / 3600 as hours_watched,
    ranked.live_seconds,
    cast(ranked.viewer_seconds as double) / nullif(cast(covered.covered_seconds as double), 0) as average_viewers,
    cast(ranked.live_seconds as double) / nullif(cast(covered.covered_seconds as double), 0) as average_channels,
    ranked.peak_viewers,
    ranked.peak_at,
    ranked.peak_channels,
    ranked.unique_channels
from ranked
inner join target_periods as periods
    on ranked.period = periods.period
    and ranked.period_start = periods.period_start
inner join covered_time as covered
    on ranked.period = covered.period
    and ranked.period_start = covered.period_start
