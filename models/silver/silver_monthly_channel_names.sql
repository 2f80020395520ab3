-- The names that each channel carried within the days of a month that are over, with the first and the last snapshot that
-- showed them. What silver has by day stands here once for a month, so that a name is found in a few files however long the
-- history is.
--
-- unit: month
-- grain: month_at, channel_id, login, name
-- order: channel_id, first_seen_at, login, name
-- merge: first_seen_at min, last_seen_at max
-- inputs: silver_channel_names, target_months

select
    months.month_at,
    names.channel_id,
    names.login,
    names.name,
    min(names.first_seen_at) as first_seen_at,
    max(names.last_seen_at) as last_seen_at
from silver_channel_names as names
inner join target_months as months
    on names.first_seen_at >= months.month_at
    and names.first_seen_at < months.month_end
group by
    months.month_at,
    names.channel_id,
    names.login,
    names.name
