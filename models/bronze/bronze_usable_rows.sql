-- What the rows of a snapshot that can be used are like, all together: how many, of how many streams, and of each field how
-- often it was given and whether all rows have the same. The checks read it, so that landing is read for all of them at once.
--
-- unit: view
-- grain: snapshot_at
-- inputs: bronze_stream_updates

select
    snapshot_at,
    count(*) as received,
    count(distinct cast(id as bigint)) as streams,
    min(viewer_count) as fewest_viewers,
    max(viewer_count) as most_viewers,
    count(user_login) as user_login_given,
    count(user_name) as user_name_given,
    count(game_id) as game_id_given,
    count(game_name) as game_name_given,
    count(type) as type_given,
    count(title) as title_given,
    count(tags) as tags_given,
    count(started_at) as started_at_given,
    count(language) as language_given,
    count(thumbnail_url) as thumbnail_url_given,
    count(is_mature) as is_mature_given,
    min(user_id) = max(user_id) as user_id_constant,
    min(user_login) = max(user_login) as user_login_constant,
    min(user_name) = max(user_name) as user_name_constant,
    min(game_id) = max(game_id) as game_id_constant,
    min(title) = max(title) as title_constant,
    min(started_at) = max(started_at) as started_at_constant,
    min(language) = max(language) as language_constant,
    min(thumbnail_url) = max(thumbnail_url) as thumbnail_url_constant,
    min(is_mature) = max(is_mature) as is_mature_constant
from bronze_stream_updates
where problem is null
group by snapshot_at
