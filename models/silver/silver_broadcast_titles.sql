-- The titles and tags that each broadcast carried on a day, with the first and the last snapshot that showed them together.
-- Where a broadcast came more than once in a crawl, the row received last stands.
--
-- unit: snapshot
-- grain: channel_id, stream_id, title, tags
-- order: channel_id, stream_id, first_seen_at
-- merge: first_seen_at min, last_seen_at max
-- inputs: bronze_stream_updates

with

received as (
    select
        snapshot_at,
        position,
        cast(id as bigint) as stream_id,
        cast(user_id as bigint) as channel_id,
        coalesce(title, '') as title,
        tags
    from bronze_stream_updates
    where problem is null
),

repeated as (
    select
        snapshot_at,
        stream_id,
        max(position) as last_position
    from received
    group by
        snapshot_at,
        stream_id
    having count(*) > 1
)

select
    received.channel_id,
    received.stream_id,
    received.title,
    received.tags,
    min(received.snapshot_at) as first_seen_at,
    max(received.snapshot_at) as last_seen_at
from received
left join repeated
    on received.snapshot_at = repeated.snapshot_at
    and received.stream_id = repeated.stream_id
where
    repeated.last_position is null
    or received.position = repeated.last_position
group by
    received.channel_id,
    received.stream_id,
    received.title,
    received.tags
