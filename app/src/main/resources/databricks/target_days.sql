-- Every day that has such an hour.
select distinct
    cast(date_trunc('day', hour_at) as timestamp) as day_at,
    cast(timestamp_seconds(unix_timestamp(date_trunc('day', hour_at)) + 86400) as timestamp) as day_end
from target_hours
