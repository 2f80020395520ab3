-- No row was received more than a minute before the time that the snapshot was taken for, or a day after it.
--
-- severity: warn
-- on: landing

select
    snapshot_at,
    count(*) as broken,
    concat('received from ', cast(min(observed_at) as string), ' to ', cast(max(observed_at) as string)) as detail
from landing
where
    unix_timestamp(observed_at) < unix_timestamp(snapshot_at) - 60
    or unix_timestamp(observed_at) > unix_timestamp(snapshot_at) + 86400
group by snapshot_at
