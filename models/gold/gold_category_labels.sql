-- What figures are told apart by: the genres, themes and game modes of each category, and the age of its game, by what was known
-- when the tables by label were computed. A category with several of a kind has a row for each. An age holds from valid_from
-- until valid_until, all else always; a game whose release IGDB does not know has none.
--
-- unit: learnt
-- grain: category_id, kind, label_id
-- order: kind, category_id, label_id
-- inputs: category_labels, dim_categories

with

ages as (
    select
        label_id,
        label,
        from_days,
        until_days
    from (
        values
            (1, 'Before release', null, 0),
            (2, 'First week', 0, 7),
            (3, 'First month', 7, 30),
            (4, 'First year', 30, 365),
            (5, '1 to 2 years', 365, 730),
            (6, '2 to 5 years', 730, 1825),
            (7, '5 to 10 years', 1825, 3650),
            (8, 'Over 10 years', 3650, null)
    ) as given(label_id, label, from_days, until_days)
),

releases as (
    select
        category_id,
        unix_timestamp(first_release_at) as second
    from dim_categories
    where is_game and first_release_at is not null
)

select
    category_id,
    kind,
    cast(label_id as bigint) as label_id,
    label,
    cast(null as timestamp) as valid_from,
    cast(null as timestamp) as valid_until
from category_labels
where kind in ('genre', 'theme', 'mode')

union all

select
    releases.category_id,
    'age' as kind,
    cast(ages.label_id as bigint) as label_id,
    ages.label,
    cast(timestamp_seconds(releases.second + 86400 * ages.from_days) as timestamp) as valid_from,
    cast(timestamp_seconds(releases.second + 86400 * ages.until_days) as timestamp) as valid_until
from releases
cross join ages
