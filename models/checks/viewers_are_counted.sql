-- Every row says how many viewers there are, from none to a hundred million.
--
-- severity: quarantine
-- on: bronze_unusable_rows

select
    snapshot_at,
    about_viewers as broken,
    one_about_viewers as detail
from bronze_unusable_rows
where about_viewers > 0
