-- The viewers and live channels of each category at each complete snapshot.
--
-- unit: snapshot
-- grain: snapshot_at, category_id
-- order: category_id, snapshot_at
-- inputs: silver_stream_updates

select
    snapshot_at,
    category_id,
    cast(sum(viewers) as bigint) as viewers,
    cast(count(*) as bigint) as channels
from silver_stream_updates
group by
    snapshot_at,
    category_id
