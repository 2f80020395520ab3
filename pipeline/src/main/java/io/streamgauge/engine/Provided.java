package io.streamgauge.engine;

import io.streamgauge.lake.CrawlRecord;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The relations that the runner itself provides to models, as text that every engine understands. */
public final class Provided {

    private static final DateTimeFormatter LITERAL = DateTimeFormatter.ofPattern("'timestamp '''uuuu-MM-dd HH:mm:ss''");

    private static final List<String> HORIZON = List.of("newest_snapshot_at timestamp", "newest_until timestamp");

    /** The columns of what was learnt of categories, with their types. */
    public static final List<String> CATEGORY_FACTS = List.of(
            "category_id string",
            "fetched_at timestamp",
            "kind string",
            "label_id bigint",
            "label string",
            "is_known boolean",
            "name string",
            "box_art_url string",
            "igdb_id string",
            "game_id bigint",
            "found_by string",
            "game_name string",
            "slug string",
            "first_release_at timestamp",
            "game_type bigint",
            "total_rating double",
            "cover_image_id string");

    private Provided() {}

    /** The moment as a literal in UTC. */
    public static String literal(Instant moment) {
        return LITERAL.format(LocalDateTime.ofInstant(moment, ZoneOffset.UTC));
    }

    static Relation.Text snapshots(List<CrawlRecord> crawls) {
        return values(
                List.of(
                        "snapshot_at timestamp",
                        "cadence_seconds bigint",
                        "simulated boolean",
                        "listed bigint",
                        "unlisted bigint"),
                crawls.stream()
                        .map(crawl -> List.of(
                                literal(crawl.snapshotAt()),
                                String.valueOf(crawl.cadenceSeconds()),
                                String.valueOf(crawl.simulated()),
                                crawl.knowsCapture()
                                        ? String.valueOf(crawl.capture().listed())
                                        : "null",
                                crawl.knowsCapture() ? String.valueOf(crawl.unlisted()) : "null"))
                        .toList());
    }

    static Relation.Text horizon(Instant newestSnapshot, Instant newestUntil) {
        return values(HORIZON, List.of(List.of(literal(newestSnapshot), literal(newestUntil))));
    }

    static Relation.Text hours(List<Span> hours) {
        return spans("hour_at", "hour_end", hours);
    }

    static Relation.Text days(List<Span> days) {
        return spans("day_at", "day_end", days);
    }

    static Relation.Text months(List<Span> months) {
        return spans("month_at", "month_end", months);
    }

    static Relation.Text periods(List<Target> targets) {
        return values(
                List.of("period string", "period_start timestamp", "period_end timestamp"),
                targets.stream().map(Provided::period).toList());
    }

    /** Periods that hold all there is from their start on, and the day from which on the days' own tables are read. */
    static Relation.Text recent(List<Target> targets, Instant openFrom) {
        return values(
                List.of("period string", "period_start timestamp", "open_from timestamp"),
                targets.stream()
                        .map(target -> List.of(
                                "'" + target.name() + "'", literal(target.span().from()), literal(openFrom)))
                        .toList());
    }

    static Relation.Text pieces(List<Target> targets) {
        return pieces(targets, Target::pieces);
    }

    private static Relation.Text pieces(List<Target> targets, Function<Target, List<Target.Piece>> cut) {
        return values(
                List.of(
                        "period string",
                        "period_start timestamp",
                        "piece string",
                        "piece_start timestamp",
                        "piece_end timestamp"),
                targets.stream()
                        .flatMap(target -> cut.apply(target).stream()
                                .map(piece -> List.of(
                                        "'" + target.name() + "'",
                                        literal(target.span().from()),
                                        "'" + piece.kind().text() + "'",
                                        literal(piece.span().from()),
                                        literal(piece.span().to()))))
                        .toList());
    }

    /** The targets as pieces that no roll-up is used for. */
    static Relation.Text edges(List<Target> targets) {
        return pieces(targets, target -> List.of(new Target.Piece(Target.Kind.EDGE, target.span())));
    }

    private static List<String> period(Target target) {
        return List.of(
                "'" + target.name() + "'",
                literal(target.span().from()),
                literal(target.span().to()));
    }

    private static Relation.Text spans(String from, String to, List<Span> spans) {
        return values(
                List.of(from + " timestamp", to + " timestamp"),
                spans.stream()
                        .map(span -> List.of(literal(span.from()), literal(span.to())))
                        .toList());
    }

    private static Relation.Text values(List<String> columns, List<List<String>> rows) {
        String names = columns.stream().map(Provided::name).collect(Collectors.joining(", "));
        String casts = columns.stream()
                .map(column -> "cast(" + name(column) + " as " + column.substring(column.indexOf(' ') + 1) + ") as "
                        + name(column))
                .collect(Collectors.joining(", "));
        if (rows.isEmpty()) {
            String nulls = columns.stream().map(column -> "null").collect(Collectors.joining(", "));
            return new Relation.Text(
                    "select " + casts + " from (values (" + nulls + ")) as given(" + names + ") where 1 = 0");
        }
        String values =
                rows.stream().map(row -> "(" + String.join(", ", row) + ")").collect(Collectors.joining(", "));
        return new Relation.Text("select " + casts + " from (values " + values + ") as given(" + names + ")");
    }

    private static String name(String column) {
        return column.substring(0, column.indexOf(' '));
    }

    /** The provided relations, all but landing, without a row: gives them their columns where nothing else does. */
    public static Map<String, Relation.Text> empty() {
        return Map.of(
                "snapshots", snapshots(List.of()),
                "horizon", values(HORIZON, List.of()),
                "category_facts", values(CATEGORY_FACTS, List.of()),
                "target_hours", hours(List.of()),
                "target_days", days(List.of()),
                "target_months", months(List.of()),
                "target_periods", periods(List.of()),
                "target_pieces", pieces(List.of()),
                "target_recent", recent(List.of(), Instant.EPOCH));
    }
}
