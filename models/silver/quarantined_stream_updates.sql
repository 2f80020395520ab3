-- Rows of complete snapshots that no figure may use, each with the reason and what it held.
--
-- unit: snapshot
-- grain: snapshot_at, position
-- order: snapshot_at, position
-- inputs: bronze_stream_updates

select
    snapshot_at,
    observed_at,
    page,
    position,
    problem,
    id,
    user_id,
    user_login,
    user_name,
    game_id,
    game_name,
    viewer_count,
    started_at,
    language,
    raw
from bronze_stream_updates
where problem is not null
