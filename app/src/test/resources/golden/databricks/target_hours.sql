CREATE OR REFRESH MATERIALIZED VIEW target_hours
COMMENT 'What the models are asked for.'
AS
-- Every hour from the first snapshot to the end of the newest one's reach.
with

ends as (
    select
        unix_timestamp(date_trunc('hour', min(snapshot_at))) as first_hour,
        unix_timestamp(date_trunc('hour', max(timestamp_seconds(unix_timestamp(snapshot_at) + cadence_seconds - 1)))) as last_hour
    from snapshots
)

select
    cast(timestamp_seconds(hour_second) as timestamp) as hour_at,
    cast(timestamp_seconds(hour_second + 3600) as timestamp) as hour_end
from (
    select explode(sequence(first_hour, last_hour, cast(3600 as bigint))) as hour_second
    from ends
    where first_hour is not null
) as hours;
