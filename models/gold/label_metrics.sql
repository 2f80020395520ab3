-- How much was watched of each genre, theme, game mode and release age within each period asked for: the sum over its categories
-- at each snapshot, for as long as the snapshot reaches. The viewer-seconds of all labels of a kind are those of the
-- categories, each taken as often as it has labels of that kind, and at least once; of ages, of which a game has one at a
-- time, they are those of the platform. Peaks are those of the sum, never sums of peaks.
--
-- unit: view
-- grain: period, period_start, kind, label_id
-- inputs: period_slices, label_snapshots

select
    slices.period,
    slices.period_start,
    labels.kind,
    labels.label_id,
    cast(sum(labels.viewers * slices.seconds) as bigint) as viewer_seconds,
    cast(sum(labels.channels * slices.seconds) as bigint) as live_seconds,
    max(labels.viewers) as peak_viewers,
    cast(
        timestamp_seconds(
            max(labels.viewers) * 4294967296 - max(labels.viewers * 4294967296 - slices.begins_second)
        ) as timestamp
    ) as peak_at,
    max(labels.channels) as peak_channels
from label_snapshots as labels
inner join period_slices as slices on labels.snapshot_at = slices.snapshot_at
group by
    slices.period,
    slices.period_start,
    labels.kind,
    labels.label_id
