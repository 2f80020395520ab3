CREATE OR REFRESH MATERIALIZED VIEW gold_game_metrics
COMMENT 'The viewers and live channels of each category at each complete snapshot.'
AS
select
    snapshot_at,
    category_id,
    cast(sum(viewers) as bigint) as viewers,
    cast(count(*) as bigint) as channels
from silver_stream_updates
group by
    snapshot_at,
    category_id;
