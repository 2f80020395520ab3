-- The names that each channel carried on a day, with the first and the last snapshot that showed them.
-- A snapshot shows one name of a channel: the one received last. Only the rows of channels that carried several names need to
-- be put in order.
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

carried as (
    select
        channel_id,
        login,
        name,
        min(snapshot_at) as first_seen_at,
        max(snapshot_at) as last_seen_at
    from received
    group by
        channel_id,
        login,
        name
),

renamed as (
    select channel_id
    from carried
    group by channel_id
    having count(*) > 1
),

numbered as (
    select
        received.*,
        row_number() over (
            partition by received.snapshot_at, received.channel_id
            order by received.position desc nulls last
        ) as place
    from received
    inner join renamed on received.channel_id = renamed.channel_id
)

select
    carried.channel_id,
    carried.login,
    carried.name,
    carried.first_seen_at,
    carried.last_seen_at
from carried
anti join renamed on carried.channel_id = renamed.channel_id

union all

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
