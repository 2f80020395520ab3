-- Which genres, themes and game modes each category has, and which companies made and published its game, by what is known
-- now. A category with several has a row for each.
--
-- unit: view
-- grain: category_id, kind, label_id
-- inputs: dim_categories, category_facts

select
    facts.category_id,
    facts.kind,
    facts.label_id,
    max(facts.label) as label
from category_facts as facts
inner join dim_categories as categories
    on facts.category_id = categories.category_id
    and facts.fetched_at = categories.fetched_at
where facts.kind <> 'category'
group by
    facts.category_id,
    facts.kind,
    facts.label_id
