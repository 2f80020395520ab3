-- Every row has the fields of a stream, each of its type.
--
-- severity: quarantine
-- on: bronze_unusable_rows

select
    snapshot_at,
    about_form as broken,
    one_about_form as detail
from bronze_unusable_rows
where about_form > 0
