-- What is known of each category now: as Twitch names it, and the game that IGDB has for it. A category is a game where IGDB
-- has one, and no game where Twitch knows the category and IGDB has none for it; of those that Twitch no longer knows, what
-- was learnt last stands.
--
-- unit: view
-- grain: category_id
-- inputs: category_facts

with

numbered as (
    select
        *,
        row_number() over (
            partition by category_id
            order by is_known desc nulls last, fetched_at desc nulls last
        ) as place
    from category_facts
    where kind = 'category'
)

select
    category_id,
    name,
    is_known,
    game_id is not null as is_game,
    box_art_url,
    igdb_id,
    game_id,
    found_by,
    game_name,
    slug,
    first_release_at,
    game_type,
    total_rating,
    cover_image_id,
    fetched_at
from numbered
where place = 1
