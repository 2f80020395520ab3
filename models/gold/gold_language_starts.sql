-- The same by the hour, for all categories together: how many broadcasts started in it, by the language that they showed
-- when they were first seen, on the day when that was.
--
-- unit: over
-- grain: day_at, started_hour, language
-- order: started_hour, language
-- inputs: gold_broadcast_starts

select
    day_at,
    cast(date_trunc('hour', started_at) as timestamp) as started_hour,
    language,
    cast(sum(broadcasts) as bigint) as broadcasts
from gold_broadcast_starts
group by
    day_at,
    cast(date_trunc('hour', started_at) as timestamp),
    language
