-- Observations: one live broadcast in one complete snapshot, cleaned, at most one for each channel.
-- Where a broadcast came more than once in a crawl, the row received last stands. Where a channel shows two broadcasts,
-- the one that started last stands. Having no category is the category ''. A start that cannot be read is null, and so is
-- one before Twitch began in 2011 or more than a day after the snapshot.
-- Only what comes more than once is put in order: nearly nothing does, and ordering everything takes several times as long.
--
-- unit: snapshot
-- grain: snapshot_at, channel_id
-- order: channel_id, snapshot_at
-- inputs: bronze_stream_updates

with

usable as (
    select
        snapshot_at,
        position,
        cast(id as bigint) as stream_id,
        cast(user_id as bigint) as channel_id,
        coalesce(game_id, '') as category_id,
        coalesce(language, '') as language,
        viewer_count as viewers,
        try_cast(started_at as timestamp) as started_at
    from bronze_stream_updates
    where problem is null
),

believed as (
    select
        snapshot_at,
        position,
        stream_id,
        channel_id,
        category_id,
        language,
        viewers,
        case
            when started_at >= timestamp '2011-06-06 00:00:00'
                and unix_timestamp(started_at) <= unix_timestamp(snapshot_at) + 86400
                then started_at
        end as started_at
    from usable
),

repeated_broadcasts as (
    select snapshot_at, stream_id
    from believed
    group by snapshot_at, stream_id
    having count(*) > 1
),

repeated_channels as (
    select snapshot_at, channel_id
    from believed
    group by snapshot_at, channel_id
    having count(*) > 1
),

marked as (
    select
        believed.*,
        repeated_broadcasts.stream_id is not null or repeated_channels.channel_id is not null as is_repeated
    from believed
    left join repeated_broadcasts
        on believed.snapshot_at = repeated_broadcasts.snapshot_at
        and believed.stream_id = repeated_broadcasts.stream_id
    left join repeated_channels
        on believed.snapshot_at = repeated_channels.snapshot_at
        and believed.channel_id = repeated_channels.channel_id
),

numbered as (
    select
        *,
        row_number() over (
            partition by snapshot_at, stream_id
            order by position desc nulls last
        ) as place_in_broadcast
    from marked
    where is_repeated
),

broadcasts as (
    select
        *,
        row_number() over (
            partition by snapshot_at, channel_id
            order by started_at desc nulls last, stream_id desc nulls last
        ) as place_in_channel
    from numbered
    where place_in_broadcast = 1
)

select
    snapshot_at,
    channel_id,
    stream_id,
    category_id,
    language,
    viewers,
    started_at
from marked
where not is_repeated

union all

select
    snapshot_at,
    channel_id,
    stream_id,
    category_id,
    language,
    viewers,
    started_at
from broadcasts
where place_in_channel = 1
