-- Every field of a stream is there in some row.
--
-- severity: warn
-- on: bronze_stream_updates

with

counted as (
    select
        snapshot_at,
        count(user_login) as user_login,
        count(user_name) as user_name,
        count(game_id) as game_id,
        count(game_name) as game_name,
        count(type) as type,
        count(title) as title,
        count(tags) as tags,
        count(started_at) as started_at,
        count(language) as language,
        count(thumbnail_url) as thumbnail_url,
        count(is_mature) as is_mature
    from bronze_stream_updates
    where problem is null
    group by snapshot_at
),

vanished as (
    select
        snapshot_at,
        'user_login' as field
    from counted
    where user_login = 0

    union all

    select
        snapshot_at,
        'user_name' as field
    from counted
    where user_name = 0

    union all

    select
        snapshot_at,
        'game_id' as field
    from counted
    where game_id = 0

    union all

    select
        snapshot_at,
        'game_name' as field
    from counted
    where game_name = 0

    union all

    select
        snapshot_at,
        'type' as field
    from counted
    where type = 0

    union all

    select
        snapshot_at,
        'title' as field
    from counted
    where title = 0

    union all

    select
        snapshot_at,
        'tags' as field
    from counted
    where tags = 0

    union all

    select
        snapshot_at,
        'started_at' as field
    from counted
    where started_at = 0

    union all

    select
        snapshot_at,
        'language' as field
    from counted
    where language = 0

    union all

    select
        snapshot_at,
        'thumbnail_url' as field
    from counted
    where thumbnail_url = 0

    union all

    select
        snapshot_at,
        'is_mature' as field
    from counted
    where is_mature = 0
)

select
    snapshot_at,
    count(*) as broken,
    concat('one of them is ', min(field)) as detail
from vanished
group by snapshot_at
