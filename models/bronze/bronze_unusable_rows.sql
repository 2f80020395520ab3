-- How many rows of a snapshot cannot be used, by what is wrong with them, with one of the problems. The checks read it.
--
-- unit: view
-- grain: snapshot_at
-- inputs: bronze_stream_updates

with

sorted as (
    select
        snapshot_at,
        problem,
        problem like 'id is not%' or problem like 'user_id is not%' as is_about_ids,
        problem like 'viewer_count is%' as is_about_viewers
    from bronze_stream_updates
)

select
    snapshot_at,
    count(*) as received,
    count(problem) as unusable,
    count(case when is_about_ids then problem end) as about_ids,
    min(case when is_about_ids then problem end) as one_about_ids,
    count(case when is_about_viewers then problem end) as about_viewers,
    min(case when is_about_viewers then problem end) as one_about_viewers,
    count(case when not is_about_ids and not is_about_viewers then problem end) as about_form,
    min(case when not is_about_ids and not is_about_viewers then problem end) as one_about_form
from sorted
group by snapshot_at
