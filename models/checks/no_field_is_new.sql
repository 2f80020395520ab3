-- No row has a field that is not known yet.
--
-- severity: warn
-- on: landing

select
    snapshot_at,
    count(*) as broken,
    concat('the first one is ', min(regexp_extract(extra, '[{] *"([^"]*)"', 1))) as detail
from landing
where extra is not null
group by snapshot_at
