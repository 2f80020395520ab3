-- The complete snapshots. What their crawls say of themselves lies in the files' own metadata, which SQL does not reach: the
-- cadence is the pipeline's setting, and how many streams the listings missed is not known here.
select
    snapshot_at,
    cast('${cadence_seconds}' as bigint) as cadence_seconds,
    cast('${simulated}' as boolean) as simulated,
    cast(null as bigint) as listed,
    cast(null as bigint) as unlisted
from landing
group by snapshot_at
