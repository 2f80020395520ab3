-- Every row that landed, as Twitch sent it: repeats and broken rows included, those of partial snapshots too.
-- Where problem is not null the row cannot be used, and problem says why; all other rows are observations or repeats.
--
-- unit: view
-- grain: snapshot_at, position
-- inputs: landing

select
    snapshot_at,
    observed_at,
    page,
    position,
    page = 0 as recovered,
    id,
    user_id,
    user_login,
    user_name,
    game_id,
    game_name,
    type,
    title,
    tags,
    viewer_count,
    started_at,
    language,
    thumbnail_url,
    tag_ids,
    is_mature,
    extra,
    raw,
    case
        when problem is not null then problem
        when try_cast(id as bigint) is null then 'id is not a whole number: ' || coalesce(id, 'null')
        when try_cast(user_id as bigint) is null then 'user_id is not a whole number: ' || coalesce(user_id, 'null')
        when viewer_count is null then 'viewer_count is missing'
        when viewer_count < 0 then 'viewer_count is negative: ' || cast(viewer_count as string)
        when viewer_count > 100000000 then 'viewer_count is beyond belief: ' || cast(viewer_count as string)
    end as problem
from landing
