-- Every row has the fields of a stream, each of its type.
--
-- severity: quarantine
-- on: bronze_stream_updates

select
    snapshot_at,
    count(*) as broken,
    min(problem) as detail
from bronze_stream_updates
where
    problem not like 'id is not%'
    and problem not like 'user_id is not%'
    and problem not like 'viewer_count is%'
group by snapshot_at
