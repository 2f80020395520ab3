-- No language with a hundred channels or more at the snapshot before has lost four in five of them, where that is not far
-- away.
--
-- severity: warn
-- on: gold_snapshot_metrics, gold_language_metrics

with

followed as (
    select
        snapshot_at,
        lag(snapshot_at) over (order by snapshot_at asc nulls last) as before_at,
        lag(cadence_seconds) over (order by snapshot_at asc nulls last) as cadence_before
    from gold_snapshot_metrics
),

compared as (
    select
        followed.snapshot_at,
        before.language,
        before.channels as channels_before,
        coalesce(after.channels, 0) as channels
    from followed
    inner join gold_language_metrics as before
        on followed.before_at = before.snapshot_at
    left join gold_language_metrics as after
        on followed.snapshot_at = after.snapshot_at
        and before.language = after.language
    where unix_timestamp(followed.snapshot_at) - unix_timestamp(followed.before_at) < 2 * followed.cadence_before
)

select
    snapshot_at,
    count(*) as broken,
    concat('one of them is ', min(language)) as detail
from compared
where
    channels_before >= 100
    and channels * 5 < channels_before
group by snapshot_at
