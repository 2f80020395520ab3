-- The ids of stream and channel are whole numbers.
--
-- severity: quarantine
-- on: bronze_unusable_rows

select
    snapshot_at,
    about_ids as broken,
    one_about_ids as detail
from bronze_unusable_rows
where about_ids > 0
