-- How much each category was watched within the days of a month that are over.
--
-- unit: month
-- grain: month_at, category_id
-- order: category_id
-- inputs: gold_game_periods, gold_channel_days, target_months

with

audience as (
    select
        months.month_at,
        days.category_id,
        count(distinct days.channel_id) as unique_channels
    from gold_channel_days as days
    inner join target_months as months
        on days.day_at >= months.month_at
        and days.day_at < months.month_end
    group by
        months.month_at,
        days.category_id
),

sums as (
    select
        months.month_at,
        games.category_id,
        sum(games.viewer_seconds) as viewer_seconds,
        sum(games.live_seconds) as live_seconds,
        max(games.peak_viewers) as peak_viewers,
        max(games.peak_channels) as peak_channels
    from gold_game_periods as games
    inner join target_months as months
        on games.period_start >= months.month_at
        and games.period_start < months.month_end
    where games.period = 'day'
    group by
        months.month_at,
        games.category_id
)

select
    sums.month_at,
    sums.category_id,
    cast(sums.viewer_seconds as bigint) as viewer_seconds,
    cast(sums.live_seconds as bigint) as live_seconds,
    cast(audience.unique_channels as bigint) as unique_channels,
    sums.peak_viewers,
    sums.peak_channels
from sums
inner join audience
    on sums.month_at = audience.month_at
    and sums.category_id = audience.category_id
