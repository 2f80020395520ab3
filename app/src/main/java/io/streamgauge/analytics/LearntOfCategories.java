package io.streamgauge.analytics;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Reads what was learnt of categories from Helix and IGDB. */
final class LearntOfCategories {

    private static final String IGDB_GAME = "https://www.igdb.com/games/";

    private final View view;

    LearntOfCategories(View view) {
        this.view = view;
    }

    /** Empty where the category was not asked about yet. */
    Optional<GameFacts> of(String categoryId) {
        record Found(String kind, GameFacts.Label label) {}
        List<Found> labels = view.tables(
                """
                select kind, label_id, label
                from category_labels
                where category_id = ?
                order by label_id
                """,
                List.of("category_labels"),
                List.of(categoryId),
                row -> new Found(row.text("kind"), new GameFacts.Label(row.number("label_id"), row.text("label"))));
        BiFunction<String, List<Found>, List<GameFacts.Label>> of = (kind, all) -> all.stream()
                .filter(each -> each.kind().equals(kind))
                .map(Found::label)
                .toList();
        return view
                .tables(
                        "select * from dim_categories where category_id = ?",
                        List.of("dim_categories"),
                        List.of(categoryId),
                        row -> new GameFacts(
                                row.flag("is_game"),
                                row.text("box_art_url"),
                                row.numberOrNull("game_id"),
                                row.text("game_name"),
                                Optional.ofNullable(row.text("slug"))
                                        .filter(slug -> !slug.isEmpty())
                                        .map(slug -> IGDB_GAME + slug)
                                        .orElse(null),
                                row.instant("first_release_at"),
                                row.realOrNull("total_rating"),
                                of.apply("genre", labels),
                                of.apply("theme", labels),
                                of.apply("mode", labels),
                                of.apply("developer", labels),
                                of.apply("publisher", labels),
                                row.instant("fetched_at")))
                .stream()
                .findFirst();
    }
}
