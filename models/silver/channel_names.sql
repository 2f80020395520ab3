-- The names that channels carried: of months as the months have them, of days that lie in none of these as the days have them.
-- A name has a row for each month and for each such day, or snapshot of a day that is not over.
--
-- unit: view
-- grain: channel_id, login, name, first_seen_at
-- inputs: silver_monthly_channel_names, silver_channel_names

select
    channel_id,
    login,
    name,
    first_seen_at,
    last_seen_at
from silver_monthly_channel_names

union all

select
    channel_id,
    login,
    name,
    first_seen_at,
    last_seen_at
from silver_channel_names
