-- How much each channel was watched within the days of a month that are over. The tier tells whom the rankings of long
-- periods look at: 0 had 100 viewers at some time, 1 was on air a fifth of the time, 2 neither.
--
-- unit: month
-- grain: month_at, channel_id
-- order: tier, channel_id
-- inputs: gold_channel_days, target_months

with

sums as (
    select
        months.month_at,
        months.month_end,
        days.channel_id,
        cast(sum(days.viewer_seconds) as bigint) as viewer_seconds,
        cast(sum(days.live_seconds) as bigint) as live_seconds,
        max(days.peak_viewers) as peak_viewers,
        max(days.on_air_until) as on_air_until
    from gold_channel_days as days
    inner join target_months as months
        on days.day_at >= months.month_at
        and days.day_at < months.month_end
    group by
        months.month_at,
        months.month_end,
        days.channel_id
)

select
    month_at,
    channel_id,
    cast(
        case
            when peak_viewers >= 100 then 0
            when live_seconds * 5 >= unix_timestamp(month_end) - unix_timestamp(month_at) then 1
            else 2
        end as int
    ) as tier,
    viewer_seconds,
    live_seconds,
    peak_viewers,
    on_air_until
from sums
