-- How much was watched of each genre, theme and game mode within each period asked for: the sum over its categories at each
-- snapshot, for as long as the snapshot reaches. A category with several of a kind counts in each; those without any of a
-- kind are its label 0. So the viewer-seconds of all labels of a kind are those of the categories, each taken as often as it
-- has labels of that kind, and at least once. Peaks are those of the sum, never sums of peaks.
--
-- unit: view
-- grain: period, period_start, kind, label_id
-- inputs: target_periods, gold_game_metrics, snapshot_reach, category_labels

with

kinds as (
    select kind from (values ('genre'), ('theme'), ('mode')) as given(kind)
),

slices as (
    select
        periods.period,
        periods.period_start,
        reach.snapshot_at,
        unix_timestamp(greatest(reach.snapshot_at, periods.period_start)) as begins_second,
        unix_timestamp(least(reach.reaches_until, periods.period_end))
        - unix_timestamp(greatest(reach.snapshot_at, periods.period_start)) as seconds
    from target_periods as periods
    inner join snapshot_reach as reach
        on reach.snapshot_at < periods.period_end
        and reach.reaches_until > periods.period_start
),

labelled as (
    select
        games.snapshot_at,
        kinds.kind,
        coalesce(labels.label_id, 0) as label_id,
        cast(sum(games.viewers) as bigint) as viewers,
        cast(sum(games.channels) as bigint) as channels
    from gold_game_metrics as games
    cross join kinds
    left join category_labels as labels
        on games.category_id = labels.category_id
        and kinds.kind = labels.kind
    group by
        games.snapshot_at,
        kinds.kind,
        coalesce(labels.label_id, 0)
)

select
    slices.period,
    slices.period_start,
    labelled.kind,
    labelled.label_id,
    cast(sum(labelled.viewers * slices.seconds) as bigint) as viewer_seconds,
    cast(sum(labelled.channels * slices.seconds) as bigint) as live_seconds,
    max(labelled.viewers) as peak_viewers,
    cast(
        timestamp_seconds(
            max(labelled.viewers) * 4294967296 - max(labelled.viewers * 4294967296 - slices.begins_second)
        ) as timestamp
    ) as peak_at,
    max(labelled.channels) as peak_channels
from labelled
inner join slices on labelled.snapshot_at = slices.snapshot_at
group by
    slices.period,
    slices.period_start,
    labelled.kind,
    labelled.label_id
