-- How many seconds of each period asked for lie in the reach of a snapshot, and how many of these are bridged.
-- A period without any has no row. Over the same snapshots, as far as it was measured: streams that the listings showed,
-- and streams that were live and that they did not show; both null where it never was.
--
-- unit: view
-- grain: period, period_start
-- inputs: target_periods, snapshot_reach

with

parts as (
    select
        periods.period,
        periods.period_start,
        unix_timestamp(least(reach.reaches_until, periods.period_end))
        - unix_timestamp(greatest(reach.snapshot_at, periods.period_start)) as covered,
        greatest(
            unix_timestamp(least(reach.reaches_until, periods.period_end))
            - unix_timestamp(greatest(reach.sampled_until, periods.period_start)),
            0
        ) as bridged,
        reach.simulated,
        reach.listed,
        reach.unlisted
    from target_periods as periods
    inner join snapshot_reach as reach
        on reach.snapshot_at < periods.period_end
        and reach.reaches_until > periods.period_start
)

select
    period,
    period_start,
    cast(sum(covered) as bigint) as covered_seconds,
    cast(sum(bridged) as bigint) as bridged_seconds,
    max(simulated) as simulated,
    cast(sum(listed) as bigint) as listed,
    cast(sum(unlisted) as bigint) as unlisted
from parts
group by
    period,
    period_start
