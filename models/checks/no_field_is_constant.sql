-- In a hundred rows or more no field that differs from stream to stream has one value alone.
--
-- severity: warn
-- on: bronze_usable_rows

with

constant as (
    select
        snapshot_at,
        'user_id' as field
    from bronze_usable_rows
    where user_id_constant
        and received >= 100

    union all

    select
        snapshot_at,
        'user_login' as field
    from bronze_usable_rows
    where user_login_constant
        and received >= 100

    union all

    select
        snapshot_at,
        'user_name' as field
    from bronze_usable_rows
    where user_name_constant
        and received >= 100

    union all

    select
        snapshot_at,
        'game_id' as field
    from bronze_usable_rows
    where game_id_constant
        and received >= 100

    union all

    select
        snapshot_at,
        'title' as field
    from bronze_usable_rows
    where title_constant
        and received >= 100

    union all

    select
        snapshot_at,
        'started_at' as field
    from bronze_usable_rows
    where started_at_constant
        and received >= 100

    union all

    select
        snapshot_at,
        'language' as field
    from bronze_usable_rows
    where language_constant
        and received >= 100

    union all

    select
        snapshot_at,
        'thumbnail_url' as field
    from bronze_usable_rows
    where thumbnail_url_constant
        and received >= 100

    union all

    select
        snapshot_at,
        'is_mature' as field
    from bronze_usable_rows
    where is_mature_constant
        and received >= 100
)

select
    snapshot_at,
    count(*) as broken,
    concat('one of them is ', min(field)) as detail
from constant
group by snapshot_at
