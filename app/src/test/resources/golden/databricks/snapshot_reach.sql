CREATE TEMPORARY VIEW snapshot_reach
COMMENT 'How long what a snapshot saw is taken to hold: until the next complete snapshot, for at most twice the cadence. The part within one cadence is sampled, the rest is bridged. The newest snapshot reaches one cadence, until its successor arrives.'
AS
with

followed as (
    select
        snapshot_at,
        cadence_seconds,
        simulated,
        listed,
        unlisted,
        unix_timestamp(snapshot_at) as at_second,
        unix_timestamp(lead(snapshot_at) over (order by snapshot_at asc nulls last)) as next_second
    from gold_snapshot_metrics
),

reaching as (
    select
        followed.*,
        case
            when next_second is not null
                then least(next_second - at_second, 2 * cadence_seconds)
            when snapshot_at = horizon.newest_snapshot_at
                then cadence_seconds
            else 2 * cadence_seconds
        end as reach_seconds
    from followed
    cross join horizon
)

select
    snapshot_at,
    cast(timestamp_seconds(at_second + least(reach_seconds, cadence_seconds)) as timestamp) as sampled_until,
    cast(timestamp_seconds(at_second + reach_seconds) as timestamp) as reaches_until,
    cadence_seconds,
    simulated,
    listed,
    unlisted
from reaching;
