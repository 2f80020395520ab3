-- How much was watched in each language within each period asked for.
-- Its peaks are those of the sum over its channels at one snapshot, never sums of its channels' peaks.
--
-- unit: view
-- grain: period, period_start, language
-- inputs: period_slices, channel_metrics, gold_language_metrics

with

sums as (
    select
        period,
        period_start,
        language,
        sum(viewer_seconds) as viewer_seconds,
        sum(live_seconds) as live_seconds,
        count(distinct channel_id) as unique_channels
    from channel_metrics
    group by
        period,
        period_start,
        language
),

peaks as (
    select
        slices.period,
        slices.period_start,
        languages.language,
        max(languages.viewers) as peak_viewers,
        cast(
            timestamp_seconds(
                max(languages.viewers) * 4294967296 - max(languages.viewers * 4294967296 - slices.begins_second)
            ) as timestamp
        ) as peak_at,
        max(languages.channels) as peak_channels
    from gold_language_metrics as languages
    inner join period_slices as slices on languages.snapshot_at = slices.snapshot_at
    group by
        slices.period,
        slices.period_start,
        languages.language
)

select
    sums.period,
    sums.period_start,
    sums.language,
    cast(sums.viewer_seconds as bigint) as viewer_seconds,
    cast(sums.live_seconds as bigint) as live_seconds,
    cast(sums.unique_channels as bigint) as unique_channels,
    peaks.peak_viewers,
    peaks.peak_at,
    peaks.peak_channels
from sums
inner join peaks
    on sums.period = peaks.period
    and sums.period_start = peaks.period_start
    and sums.language = peaks.language
