-- The viewers and live channels of each language at each complete snapshot.
--
-- unit: snapshot
-- grain: snapshot_at, language
-- order: language, snapshot_at
-- inputs: silver_stream_updates

select
    snapshot_at,
    language,
    cast(sum(viewers) as bigint) as viewers,
    cast(count(*) as bigint) as channels
from silver_stream_updates
group by
    snapshot_at,
    language
