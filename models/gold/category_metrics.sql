-- How much each category was watched within each period asked for: the sum over its channels at each snapshot, for as
-- long as the snapshot reaches. Its peaks are those of that sum, never sums of its channels' peaks.
--
-- unit: view
-- grain: period, period_start, category_id
-- inputs: period_slices, category_audience, gold_game_metrics

with

sums as (
    select
        slices.period,
        slices.period_start,
        games.category_id,
        cast(sum(games.viewers * slices.seconds) as bigint) as viewer_seconds,
        cast(sum(games.channels * slices.seconds) as bigint) as live_seconds,
        max(games.viewers) as peak_viewers,
        cast(
            timestamp_seconds(
                max(games.viewers) * 4294967296 - max(games.viewers * 4294967296 - slices.begins_second)
            ) as timestamp
        ) as peak_at,
        max(games.channels) as peak_channels
    from gold_game_metrics as games
    inner join period_slices as slices on games.snapshot_at = slices.snapshot_at
    group by
        slices.period,
        slices.period_start,
        games.category_id
)

select
    sums.period,
    sums.period_start,
    sums.category_id,
    sums.viewer_seconds,
    sums.live_seconds,
    audience.unique_channels,
    sums.peak_viewers,
    sums.peak_at,
    sums.peak_channels
from sums
inner join category_audience as audience
    on sums.period = audience.period
    and sums.period_start = audience.period_start
    and sums.category_id = audience.category_id
