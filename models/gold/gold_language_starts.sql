-- The same in short, for all categories together: how many broadcasts started in an hour, by the language that they showed
-- when they were first seen, on the day when that was.
--
-- unit: over
-- grain: day_at, started_hour, language
-- order: started_hour, language
-- inputs: gold_broadcast_starts

select
    day_at,
    started_hour,
    language,
    cast(sum(broadcasts) as bigint) as broadcasts
from gold_broadcast_starts
group by
    day_at,
    started_hour,
    language
