-- Every field of a stream is there in some row.
--
-- severity: warn
-- on: bronze_usable_rows

with

vanished as (
    select
        snapshot_at,
        'user_login' as field
    from bronze_usable_rows
    where user_login_given = 0

    union all

    select
        snapshot_at,
        'user_name' as field
    from bronze_usable_rows
    where user_name_given = 0

    union all

    select
        snapshot_at,
        'game_id' as field
    from bronze_usable_rows
    where game_id_given = 0

    union all

    select
        snapshot_at,
        'game_name' as field
    from bronze_usable_rows
    where game_name_given = 0

    union all

    select
        snapshot_at,
        'type' as field
    from bronze_usable_rows
    where type_given = 0

    union all

    select
        snapshot_at,
        'title' as field
    from bronze_usable_rows
    where title_given = 0

    union all

    select
        snapshot_at,
        'tags' as field
    from bronze_usable_rows
    where tags_given = 0

    union all

    select
        snapshot_at,
        'started_at' as field
    from bronze_usable_rows
    where started_at_given = 0

    union all

    select
        snapshot_at,
        'language' as field
    from bronze_usable_rows
    where language_given = 0

    union all

    select
        snapshot_at,
        'thumbnail_url' as field
    from bronze_usable_rows
    where thumbnail_url_given = 0

    union all

    select
        snapshot_at,
        'is_mature' as field
    from bronze_usable_rows
    where is_mature_given = 0
)

select
    snapshot_at,
    count(*) as broken,
    concat('one of them is ', min(field)) as detail
from vanished
group by snapshot_at
