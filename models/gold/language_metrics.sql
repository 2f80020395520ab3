-- How much was watched in each language within each period asked for.
-- Its peaks are those of the sum over its channels at one snapshot, never sums of its channels' peaks.
--
-- unit: view
-- grain: period, period_start, language
-- inputs: target_periods, channel_metrics, gold_language_metrics, snapshot_reach

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

within as (
    select
        periods.period,
        periods.period_start,
        reach.snapshot_at,
        greatest(reach.snapshot_at, periods.period_start) as begins_at
    from target_periods as periods
    inner join snapshot_reach as reach
        on reach.snapshot_at < periods.period_end
        and reach.reaches_until > periods.period_start
),

peaks as (
    select
        within.period,
        within.period_start,
        languages.language,
        max(languages.viewers) as peak_viewers,
        max_by(within.begins_at, languages.viewers * 4294967296 - unix_timestamp(within.begins_at)) as peak_at,
        max(languages.channels) as peak_channels
    from gold_language_metrics as languages
    inner join within on languages.snapshot_at = within.snapshot_at
    group by
        within.period,
        within.period_start,
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
