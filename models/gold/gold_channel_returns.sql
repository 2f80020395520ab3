-- How many channels came on air on a day that is over, by when they were on air before; null where they never were.
--
-- unit: over
-- grain: day_at, previous_until
-- order: previous_until nulls first
-- inputs: gold_channel_visits

select
    day_at,
    previous_until,
    cast(sum(channels) as bigint) as channels
from gold_channel_visits
group by
    day_at,
    previous_until
