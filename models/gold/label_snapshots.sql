-- The viewers and live channels of each genre, theme, game mode and release age at each complete snapshot: the sum over its
-- categories. A category with several of a kind counts in each; those without any of a kind are its label 0. A game has the age
-- that it had at the snapshot.
--
-- unit: view
-- grain: snapshot_at, kind, label_id
-- inputs: gold_game_metrics, gold_category_labels

with

kinds as (
    select kind from (values ('genre'), ('theme'), ('mode'), ('age')) as given(kind)
)

select
    games.snapshot_at,
    kinds.kind,
    coalesce(labels.label_id, 0) as label_id,
    cast(sum(games.viewers) as bigint) as viewers,
    cast(sum(games.channels) as bigint) as channels
from gold_game_metrics as games
cross join kinds
left join gold_category_labels as labels
    on games.category_id = labels.category_id
    and kinds.kind = labels.kind
    and (labels.valid_from is null or games.snapshot_at >= labels.valid_from)
    and (labels.valid_until is null or games.snapshot_at < labels.valid_until)
group by
    games.snapshot_at,
    kinds.kind,
    coalesce(labels.label_id, 0)
