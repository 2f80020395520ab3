-- Which part of each period asked for lies in the reach of which snapshot: where it begins, and how long it is.
--
-- unit: view
-- grain: period, period_start, snapshot_at
-- inputs: target_periods, snapshot_reach

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
