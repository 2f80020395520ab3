-- In a hundred rows or more no field that differs from stream to stream has one value alone.
--
-- severity: warn
-- on: bronze_stream_updates

with

compared as (
    select
        snapshot_at,
        min(user_id) = max(user_id) as user_id,
        min(user_login) = max(user_login) as user_login,
        min(user_name) = max(user_name) as user_name,
        min(game_id) = max(game_id) as game_id,
        min(title) = max(title) as title,
        min(started_at) = max(started_at) as started_at,
        min(language) = max(language) as language,
        min(thumbnail_url) = max(thumbnail_url) as thumbnail_url,
        min(is_mature) = max(is_mature) as is_mature
    from bronze_stream_updates
    where problem is null
    group by snapshot_at
    having count(*) >= 100
),

constant as (
    select
        snapshot_at,
        'user_id' as field
    from compared
    where user_id

    union all

    select
        snapshot_at,
        'user_login' as field
    from compared
    where user_login

    union all

    select
        snapshot_at,
        'user_name' as field
    from compared
    where user_name

    union all

    select
        snapshot_at,
        'game_id' as field
    from compared
    where game_id

    union all

    select
        snapshot_at,
        'title' as field
    from compared
    where title

    union all

    select
        snapshot_at,
        'started_at' as field
    from compared
    where started_at

    union all

    select
        snapshot_at,
        'language' as field
    from compared
    where language

    union all

    select
        snapshot_at,
        'thumbnail_url' as field
    from compared
    where thumbnail_url

    union all

    select
        snapshot_at,
        'is_mature' as field
    from compared
    where is_mature
)

select
    snapshot_at,
    count(*) as broken,
    concat('one of them is ', min(field)) as detail
from constant
group by snapshot_at
