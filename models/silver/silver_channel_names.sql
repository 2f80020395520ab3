-- The names that each channel carried on a day, with the first and the last snapshot that showed them.
-- A snapshot shows one name of a channel: the one received last.
--
-- unit: snapshot
-- grain: channel_id, login, name
-- order: channel_id, first_seen_at, login, name
-- merge: first_seen_at min, last_seen_at max
-- inputs: bronze_stream_updates

with

received as (
    select
        snapshot_at,
        position,
        cast(user_id as bigint) as channel_id,
        coalesce(user_login, '') as login,
        coalesce(user_name, user_login, '') as name
    from bronze_stream_updates
    where problem is null
),

numbered as (
    select
        *,
        row_number() over (
            partition by snapshot_at, channel_id
            order by position desc nulls last
        ) as place
    from received
)

select
    channel_id,
    login,
    name,
    min(snapshot_at) as first_seen_at,
    max(snapshot_at) as last_seen_at
from numbered
where place = 1
group by
    channel_id,
    login,
    name
