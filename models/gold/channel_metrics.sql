-- How much each channel was watched within each piece of each period asked for, by category and language. Whole days
-- and hours come from their tables, what is left at the period's ends from the observations, one row for each.
-- Sums and maxima over the pieces are the period's.
--
-- unit: view
-- grain: period, period_start, piece_start, channel_id, category_id, language
-- inputs: target_pieces, gold_channel_days, gold_channel_hours, silver_stream_updates, snapshot_reach

with

slices as (
    select
        pieces.period,
        pieces.period_start,
        pieces.piece_start,
        reach.snapshot_at,
        greatest(reach.snapshot_at, pieces.piece_start) as begins_at,
        unix_timestamp(least(reach.reaches_until, pieces.piece_end))
        - unix_timestamp(greatest(reach.snapshot_at, pieces.piece_start)) as seconds
    from target_pieces as pieces
    inner join snapshot_reach as reach
        on reach.snapshot_at < pieces.piece_end
        and reach.reaches_until > pieces.piece_start
    where pieces.piece = 'edge'
)

select
    pieces.period,
    pieces.period_start,
    pieces.piece_start,
    days.channel_id,
    days.category_id,
    days.language,
    days.viewer_seconds,
    days.live_seconds,
    days.peak_viewers,
    days.peak_at
from gold_channel_days as days
inner join target_pieces as pieces
    on pieces.piece_start = days.day_at
where pieces.piece = 'day'

union all

select
    pieces.period,
    pieces.period_start,
    pieces.piece_start,
    hours.channel_id,
    hours.category_id,
    hours.language,
    hours.viewer_seconds,
    hours.live_seconds,
    hours.peak_viewers,
    hours.peak_at
from gold_channel_hours as hours
inner join target_pieces as pieces
    on pieces.piece_start = hours.hour_at
where pieces.piece = 'hour'

union all

select
    slices.period,
    slices.period_start,
    slices.piece_start,
    updates.channel_id,
    updates.category_id,
    updates.language,
    updates.viewers * slices.seconds as viewer_seconds,
    slices.seconds as live_seconds,
    updates.viewers as peak_viewers,
    slices.begins_at as peak_at
from silver_stream_updates as updates
inner join slices on updates.snapshot_at = slices.snapshot_at
