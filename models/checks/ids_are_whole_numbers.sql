-- The ids of stream and channel are whole numbers.
--
-- severity: quarantine
-- on: bronze_stream_updates

select
    snapshot_at,
    count(*) as broken,
    min(problem) as detail
from bronze_stream_updates
where
    problem like 'id is not%'
    or problem like 'user_id is not%'
group by snapshot_at
