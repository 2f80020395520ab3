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

received_last as (
    select
        snapshot_at,
        stream_id,
        max(position) as position
    from received
    group by
        snapshot_at,
        stream_id
)

select
    received.channel_id,
    received.stream_id,
    received.title,
    received.tags,
    min(received.snapshot_at) as first_seen_at,
    max(received.snapshot_at) as last_seen_at
from received
inner join received_last
    on received.snapshot_at = received_last.snapshot_at
    and received.stream_id = received_last.stream_id
    and received.position = received_last.position
group by
    received.channel_id,
    received.stream_id,
    received.title,
    received.tags
