-- What each category was called and which game it stood for over time, as far as it was asked for: a row for each change,
-- which holds from the first time that told it until the next change. The last row of a category has no end.
--
-- unit: view
-- grain: category_id, valid_from
-- inputs: category_facts

with

told as (
    select distinct
        category_id,
        fetched_at,
        is_known,
        name,
        igdb_id,
        game_id
    from category_facts
    where kind = 'category'
),

compared as (
    select
        *,
        row_number() over (partition by category_id order by fetched_at asc nulls first) as place,
        lag(is_known) over (partition by category_id order by fetched_at asc nulls first) as was_known,
        lag(name) over (partition by category_id order by fetched_at asc nulls first) as name_before,
        lag(igdb_id) over (partition by category_id order by fetched_at asc nulls first) as igdb_id_before,
        lag(game_id) over (partition by category_id order by fetched_at asc nulls first) as game_id_before
    from told
),

changes as (
    select
        category_id,
        fetched_at as valid_from,
        is_known,
        name,
        igdb_id,
        game_id
    from compared
    where
        place = 1
        or is_known is distinct from was_known
        or name is distinct from name_before
        or igdb_id is distinct from igdb_id_before
        or game_id is distinct from game_id_before
)

select
    category_id,
    valid_from,
    lead(valid_from) over (partition by category_id order by valid_from asc nulls first) as valid_until,
    is_known,
    name,
    igdb_id,
    game_id
from changes
