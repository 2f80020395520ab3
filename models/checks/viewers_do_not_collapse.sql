-- There are at least half as many viewers as at the snapshot before, where that saw 1000 or more and is not far away.
--
-- severity: warn
-- on: gold_snapshot_metrics

with

followed as (
    select
        snapshot_at,
        viewers,
        lag(viewers) over (order by snapshot_at asc nulls last) as viewers_before,
        lag(snapshot_at) over (order by snapshot_at asc nulls last) as before_at,
        lag(cadence_seconds) over (order by snapshot_at asc nulls last) as cadence_before
    from gold_snapshot_metrics
)

select
    snapshot_at,
    1 as broken,
    concat(cast(viewers as string), ' viewers, ', cast(viewers_before as string), ' before') as detail
from followed
where
    viewers_before >= 1000
    and viewers * 2 < viewers_before
    and unix_timestamp(snapshot_at) - unix_timestamp(before_at) < 2 * cadence_before
