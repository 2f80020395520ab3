-- The newest snapshot, and the end of its reach as long as none follows.
select
    max(snapshot_at) as newest_snapshot_at,
    max(timestamp_seconds(unix_timestamp(snapshot_at) + cadence_seconds)) as newest_until
from gold_snapshot_metrics
