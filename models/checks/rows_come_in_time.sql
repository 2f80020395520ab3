-- Every row was received within the snapshot's cadence.
--
-- severity: warn
-- on: landing, snapshots

select
    landing.snapshot_at,
    count(*) as broken,
    concat('the last one at ', cast(max(landing.observed_at) as string)) as detail
from landing
inner join snapshots on landing.snapshot_at = snapshots.snapshot_at
where
    unix_timestamp(landing.observed_at) > unix_timestamp(landing.snapshot_at) + snapshots.cadence_seconds
group by landing.snapshot_at
