-- The newest snapshot.
select max(snapshot_at) as newest_snapshot_at
from gold_snapshot_metrics
