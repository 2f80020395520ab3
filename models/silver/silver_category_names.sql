-- The names that each category carried on a day, with the first and the last snapshot that showed them.
-- A snapshot shows one name of a category: the one that most rows carry, since after a renaming a few rows keep the old
-- name for a while.
--
-- unit: snapshot
-- grain: category_id, name
-- order: category_id, first_seen_at, name
-- merge: first_seen_at min, last_seen_at max
-- inputs: bronze_stream_updates

with

counted as (
    select
        snapshot_at,
        game_id as category_id,
        game_name as name,
        count(*) as received_rows
    from bronze_stream_updates
    where
        problem is null
        and game_id <> ''
        and game_name <> ''
    group by
        snapshot_at,
        game_id,
        game_name
),

numbered as (
    select
        *,
        row_number() over (
            partition by snapshot_at, category_id
            order by received_rows desc nulls last, name asc nulls last
        ) as place
    from counted
)

select
    category_id,
    name,
    min(snapshot_at) as first_seen_at,
    max(snapshot_at) as last_seen_at
from numbered
where place = 1
group by
    category_id,
    name
