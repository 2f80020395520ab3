-- Every row says how many viewers there are, none or more.
--
-- severity: quarantine
-- on: bronze_stream_updates

select
    snapshot_at,
    count(*) as broken,
    min(problem) as detail
from bronze_stream_updates
where
    problem like 'viewer_count is%'
group by snapshot_at
