package io.streamgauge.analytics;

import io.streamgauge.duckdb.Row;
import io.streamgauge.engine.Span;
import io.streamgauge.engine.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Categories or languages by one of their metrics. */
final class GroupRanking {

    /** About three days of all of Twitch. */
    private static final long COUNTED_ROWS = 3_000_000;

    private final View view;
    private final long countedRows;

    GroupRanking(View view) {
        this(view, COUNTED_ROWS);
    }

    GroupRanking(View view, long countedRows) {
        this.view = view;
        this.countedRows = countedRows;
    }

    Ranking<Ranking.Category> categories(Meta meta, Span span, RankingQuery query) {
        Map<String, String> names = Names.categories(view);
        ToDoubleFunction<Row> platform = platform(
                meta,
                span,
                query.language().isPresent()
                        || query.category().isPresent()
                        || !query.labels().isEmpty());
        Function<Row, Ranking.Category> each = row -> {
            String id = row.text("category_id");
            return new Ranking.Category(
                    row.number("rank"),
                    id,
                    names.getOrDefault(id, id),
                    row.number("viewer_seconds") / 3600.0,
                    row.number("viewer_seconds"),
                    row.number("peak_viewers"),
                    row.real("viewer_seconds") / row.number("covered_seconds"),
                    row.real("live_seconds") / row.number("covered_seconds"),
                    row.number("peak_channels"),
                    row.numberOrNull("unique_channels"),
                    row.number("live_seconds") / 3600.0,
                    row.real("viewer_seconds") / row.number("live_seconds"),
                    share(row, platform));
        };
        boolean ofAll = query.language().isEmpty() && query.category().isEmpty();
        return (ofAll
                        ? new RankedCategories(view, countedRows).rows(query, meta, span, Ranked.each(each))
                        : Optional.<List<Ranked<Ranking.Category>>>empty())
                .map(rows -> Ranked.ranking(meta, rows, query, first -> categories(meta, span, first)))
                .orElseGet(() -> rows("category", "category_id", query.category(), meta, span, query, each));
    }

    Ranking<Ranking.Language> languages(Meta meta, Span span, RankingQuery query) {
        ToDoubleFunction<Row> platform = platform(meta, span, query.language().isPresent());
        Optional<Map<String, Long>> starts = new Starts(view, span).byLanguage();
        return rows(
                "language",
                "language",
                query.language(),
                meta,
                span,
                query,
                row -> new Ranking.Language(
                        row.number("rank"),
                        row.text("language"),
                        row.number("viewer_seconds") / 3600.0,
                        row.number("viewer_seconds"),
                        row.number("peak_viewers"),
                        row.real("viewer_seconds") / row.number("covered_seconds"),
                        row.real("live_seconds") / row.number("covered_seconds"),
                        row.number("peak_channels"),
                        row.number("unique_channels"),
                        row.number("live_seconds") / 3600.0,
                        row.real("viewer_seconds") / row.number("live_seconds"),
                        share(row, platform),
                        Starts.of(starts, row.text("language"))));
    }

    private <T> Ranking<T> rows(
            String group,
            String key,
            Optional<String> only,
            Meta meta,
            Span span,
            RankingQuery query,
            Function<Row, T> each) {
        List<Object> parameters = new ArrayList<>();
        only.ifPresent(parameters::add);
        String sql = "with\n"
                + Ranked.text(
                        "select * from " + group + "_metrics where live_seconds > 0"
                                + (only.isPresent() ? " and " + key + " = ?" : "") + condition(query),
                        ties(key),
                        query);
        List<String> inputs = List.of(group + "_metrics", "covered_time", "gold_category_labels");
        Function<Row, Ranked<T>> found = Ranked.each(each);
        List<Ranked<T>> rows = query.language()
                .filter(language -> group.equals("category"))
                .map(language -> view.inLanguage(language, sql, inputs, span, parameters, found))
                .orElseGet(() -> view.periods(sql, inputs, List.of(new Target("asked", span)), parameters, found));
        return Ranked.ranking(meta, rows, query, first -> rows(group, key, only, meta, span, first, each));
    }

    static String ties(String key) {
        return "try_cast(%1$s as bigint) nulls first, %1$s".formatted(key);
    }

    /** Which categories are ranked, by what they are: a condition that follows others. */
    static String condition(RankingQuery query) {
        return query.labels().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(label -> {
                    String of = "select category_id from gold_category_labels where kind = '"
                            + label.getKey().text() + "'";
                    return label.getValue() == 0
                            ? " and category_id not in (" + of + ")"
                            : " and category_id in (" + of + " and label_id = " + label.getValue() + ")";
                })
                .collect(Collectors.joining());
    }

    /** The platform's viewer-seconds: those of all rows together, unless the ranking is narrowed to some of them. */
    private ToDoubleFunction<Row> platform(Meta meta, Span span, boolean isNarrowed) {
        if (!isNarrowed) {
            return row -> row.real("all_viewer_seconds");
        }
        long all = new PlatformFigures(view).viewerSeconds(meta, span);
        return row -> all;
    }

    private static double share(Row row, ToDoubleFunction<Row> platform) {
        double all = platform.applyAsDouble(row);
        return all == 0 ? 0 : row.real("viewer_seconds") / all;
    }
}
