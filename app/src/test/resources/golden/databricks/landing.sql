CREATE OR REFRESH STREAMING TABLE landing
COMMENT 'Rows as they landed.'
AS
-- Rows of complete snapshots, as they landed. A partial snapshot has another name and is not taken.
select
    cast(snapshot_at as timestamp) as snapshot_at,
    cast(observed_at as timestamp) as observed_at,
    page,
    position,
    id,
    user_id,
    user_login,
    user_name,
    game_id,
    game_name,
    type,
    title,
    tags,
    viewer_count,
    started_at,
    language,
    thumbnail_url,
    tag_ids,
    is_mature,
    extra,
    problem,
    raw
from stream read_files(
    '${landing}/date=*/*.parquet',
    format => 'parquet',
    fileNamePattern => '????????T??????Z.parquet',
    schemaHints => 'page int, position int, tags array<string>, viewer_count bigint, tag_ids array<string>, is_mature boolean'
);
