-- A hundred streams or more do not all have the same number of viewers.
--
-- severity: fail
-- on: bronze_usable_rows

select
    snapshot_at,
    streams as broken,
    concat('all ', cast(streams as string), ' streams have ', cast(most_viewers as string), ' viewers') as detail
from bronze_usable_rows
where
    streams >= 100
    and fewest_viewers = most_viewers
