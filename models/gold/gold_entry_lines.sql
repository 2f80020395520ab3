-- What it takes to be seen in a category's listing: the viewers of its 8th, 30th and 100th largest channel at each complete
-- snapshot. Categories with fewer than 8 channels have no row, since whoever streams there stands among the first 8; null
-- where there are fewer than 30 or 100.
--
-- unit: snapshot
-- grain: snapshot_at, category_id
-- order: category_id, snapshot_at
-- inputs: silver_stream_updates

with

placed as (
    select
        snapshot_at,
        category_id,
        viewers,
        row_number() over (partition by snapshot_at, category_id order by viewers desc nulls last) as place
    from silver_stream_updates
)

select
    snapshot_at,
    category_id,
    cast(max(case when place = 8 then viewers end) as bigint) as place_8_viewers,
    cast(max(case when place = 30 then viewers end) as bigint) as place_30_viewers,
    cast(max(case when place = 100 then viewers end) as bigint) as place_100_viewers
from placed
where place in (8, 30, 100)
group by
    snapshot_at,
    category_id
