package io.streamgauge.engine;

import io.streamgauge.engine.Target.Kind;
import io.streamgauge.model.Model;
import io.streamgauge.model.Models;
import io.streamgauge.model.Unit;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Gives a query the relations that it reads: for each table the files that hold the time it asks for and what the reach
 * of the snapshots around it needs, for each view its text.
 */
public final class Binder {

    private static final String LARGE = "silver_large_channel_updates";

    /** The newest snapshot's day and what its reach can touch of the next. */
    private static final Duration OPEN_DAYS = Duration.ofDays(2);

    private final Models models;
    private final Tables tables;
    private final Supplier<List<Path>> categoryFacts;

    public Binder(Models models, Tables tables) {
        this(models, tables, List::of);
    }

    /** @param categoryFacts files of what was learnt of categories */
    public Binder(Models models, Tables tables, Supplier<List<Path>> categoryFacts) {
        this.categoryFacts = categoryFacts;
        this.models = models;
        this.tables = tables;
    }

    /** A query over figures of whole periods; it may read every model but those that are kept by period. */
    public Query periods(String sql, List<String> inputs, List<String> order, List<Target> targets) {
        List<Span> observations = pieces(targets, Kind.EDGE).stream()
                .map(tables::fromLastSnapshot)
                .toList();
        return query(sql, inputs, order, spans(targets, observations), provided(targets));
    }

    /**
     * A model by period over periods.
     *
     * @param recent those of them that reach as far as the newest snapshot; they are counted by the tables of recent days
     * @param openFrom the start of the newest snapshot's day
     */
    Query targets(Model model, List<Target> targets, List<Target> recent, Instant openFrom) {
        boolean counts = !recent.isEmpty() && closure(model.inputs()).contains("target_recent");
        Map<String, Relation> provided = new HashMap<>(provided(targets));
        for (Model table : models.of(Unit.PERIOD)) {
            provided.put(table.name(), tables.periods(table.name(), targets));
        }
        Map<String, List<Span>> spans = new HashMap<>(spans(targets, reaching(pieces(targets, Kind.EDGE), false)));
        if (counts) {
            provided.remove("gold_recent_channels");
            provided.put("target_recent", Provided.recent(recent, openFrom));
            provided.put("target_pieces", Provided.pieces(List.of()));
            spans.put("gold_channel_days", List.of(new Span(openFrom, openFrom.plus(OPEN_DAYS))));
            spans.put("gold_channel_hours", List.of());
            spans.put("silver_stream_updates", List.of());
        }
        return query(model.sql(), model.inputs(), model.order(), spans, provided);
    }

    /** The same over one period, counting only what was streamed in one language. */
    public Query inLanguage(String language, String sql, List<String> inputs, Target target) {
        String only = "language = '" + language.replace("'", "''") + "'";
        List<Target> targets = List.of(target);
        Map<String, Relation> provided = new HashMap<>(provided(targets));
        provided.put(
                "gold_game_metrics",
                new Relation.Text("select snapshot_at, category_id, sum(viewers) as viewers, count(*) as channels"
                        + " from silver_stream_updates where " + only + " group by snapshot_at, category_id"));
        provided.put(
                "channel_metrics",
                new Relation.Text(
                        "select * from (\n" + models.get("channel_metrics").sql() + "\n) where " + only));
        List<Span> whole = reaching(List.of(target.span()), false);
        return query(sql, inputs, List.of(), spans(targets, whole), provided);
    }

    /** A query over a period whose rows are kept in tables by period. */
    public Query stored(String sql, List<String> inputs, Target target) {
        Map<String, Relation> provided = new HashMap<>(provided(List.of(target)));
        for (Model table : models.of(Unit.PERIOD)) {
            provided.put(table.name(), tables.periods(table.name(), List.of(target)));
        }
        return query(sql, inputs, List.of(), spans(List.of(target), List.of()), provided);
    }

    /** A query over tables by period alone, and the periods that are asked for; the files may hold others too. */
    public Query kept(String sql, List<String> inputs, List<Target> targets) {
        Map<String, Relation> provided = new HashMap<>();
        provided.put("target_periods", Provided.periods(targets));
        models.of(Unit.PERIOD).forEach(table -> provided.put(table.name(), tables.periods(table.name(), targets)));
        return query(sql, inputs, List.of(), Map.of(), provided);
    }

    /**
     * A query over the roll-ups of long periods: months, days and, as the edges of {@code channel_metrics} and as periods, what
     * is left.
     */
    public Query blocks(String sql, List<String> inputs, Blocks blocks) {
        return blocks(sql, inputs, blocks, Map.of(), Map.of());
    }

    /** A query over {@code channel_metrics} of stretches within days that are over, of their large channels alone. */
    public Query largeEdges(String sql, List<Span> edges) {
        List<Span> observations = edges.stream().map(tables::fromLastSnapshot).toList();
        String held = observations.stream()
                .map(span -> "snapshot_at >= " + Provided.literal(span.from()) + " and snapshot_at < "
                        + Provided.literal(span.to()))
                .collect(Collectors.joining(" or "));
        return blocks(
                sql,
                List.of(LARGE, "channel_metrics"),
                new Blocks(List.of(), List.of(), edges),
                Map.of("silver_stream_updates", new Relation.Text("select * from " + LARGE + " where " + held)),
                Map.of(
                        LARGE,
                        observations.stream()
                                .flatMap(Span::days)
                                .distinct()
                                .map(Span::day)
                                .toList()));
    }

    private Query blocks(
            String sql,
            List<String> inputs,
            Blocks blocks,
            Map<String, ? extends Relation> instead,
            Map<String, List<Span>> more) {
        List<Target> dates = blocks.days().stream()
                .map(date -> new Target(Target.DAY, Span.day(date)))
                .toList();
        List<Target> edges =
                blocks.edges().stream().map(edge -> new Target("asked", edge)).toList();
        Map<String, Relation> provided = new HashMap<>(provided(edges));
        provided.put("target_pieces", Provided.edges(edges));
        models.of(Unit.MONTH)
                .forEach(table -> provided.put(table.name(), tables.months(table.name(), blocks.months())));
        models.of(Unit.PERIOD).forEach(table -> provided.put(table.name(), tables.periods(table.name(), dates)));
        List<Span> observations =
                blocks.edges().stream().map(tables::fromLastSnapshot).toList();
        Map<String, List<Span>> spans = new HashMap<>(spans(edges, observations));
        spans.put("gold_channel_days", dates.stream().map(Target::span).toList());
        spans.put("gold_channel_hours", List.of());
        spans.putAll(more);
        provided.putAll(instead);
        return query(sql, inputs, List.of(), spans, provided);
    }

    /** A query over the names that channels carried in whole months and on single days. */
    public Query names(String sql, List<YearMonth> months, List<LocalDate> days) {
        return query(
                sql,
                List.of("channel_names"),
                List.of(),
                Map.of("silver_channel_names", days.stream().map(Span::day).toList()),
                Map.of("silver_monthly_channel_names", tables.months("silver_monthly_channel_names", months)));
    }

    /** A query over figures by label: of days from the days' own table, and as periods what is left. */
    public Query labelled(String sql, List<String> inputs, List<LocalDate> days, List<Span> edges) {
        List<Target> targets =
                edges.stream().map(edge -> new Target("asked", edge)).toList();
        Map<String, List<Span>> spans = new HashMap<>(spans(targets, List.of()));
        models.of(Unit.LABELLED)
                .forEach(table ->
                        spans.put(table.name(), days.stream().map(Span::day).toList()));
        return query(sql, inputs, List.of(), spans, provided(targets));
    }

    /** A query over what days that are over say of the days before them: of the first and the last one in full. */
    public Query visits(String sql, List<LocalDate> days) {
        Span first = Span.day(days.get(0));
        Span last = Span.day(days.get(days.size() - 1));
        return query(
                sql,
                List.of("gold_channel_visits", "gold_channel_returns"),
                List.of(),
                Map.of(
                        "gold_channel_visits", List.of(first, last),
                        "gold_channel_returns", List.of(new Span(first.to(), last.from()))),
                Map.of());
    }

    /** A query over the observations within a period, with the reach of each. */
    public Query observations(String sql, List<String> inputs, Span span) {
        return observations(sql, inputs, span, reaching(List.of(span), false));
    }

    /** The same where the observations that matter lie on some days alone, each of them within the period or a day before it. */
    public Query observations(String sql, List<String> inputs, Span span, Collection<LocalDate> days) {
        List<Span> all = reaching(List.of(span), false);
        return observations(
                sql,
                inputs,
                span,
                days.stream()
                        .map(Span::day)
                        .flatMap(day -> all.stream().filter(day::overlaps).map(day::common))
                        .toList());
    }

    private Query observations(String sql, List<String> inputs, Span span, List<Span> observations) {
        Target target = new Target("asked", span);
        Map<String, List<Span>> spans = Map.of(
                "silver_stream_updates", observations,
                "gold_game_metrics", reaching(List.of(span), false),
                "gold_language_metrics", reaching(List.of(span), false),
                "gold_entry_lines", reaching(List.of(span), false),
                "gold_snapshot_metrics", withNewest(reaching(List.of(span), true)));
        return query(sql, inputs, List.of(), spans, Map.of("target_periods", Provided.periods(List.of(target))));
    }

    Query hours(Model model, List<Span> hours) {
        Map<String, List<Span>> spans = Map.of(
                "silver_stream_updates", reaching(hours, false),
                "gold_language_metrics", reaching(hours, false),
                "gold_snapshot_metrics", withNewest(reaching(hours, true)));
        return query(model.sql(), model.inputs(), model.order(), spans, Map.of("target_hours", Provided.hours(hours)));
    }

    Query days(Model model, List<Span> days) {
        return query(
                model.sql(),
                model.inputs(),
                model.order(),
                Map.of("gold_channel_hours", days, "gold_channel_days", days),
                Map.of("target_days", Provided.days(days)));
    }

    /** @param read those of the month's days that are over of which rows are made */
    Query month(Model model, YearMonth month, Span days, Span read) {
        Map<String, Relation> provided = new HashMap<>();
        provided.put("target_months", Provided.months(List.of(days)));
        models.of(Unit.MONTH).forEach(table -> provided.put(table.name(), tables.months(table.name(), List.of(month))));
        List<Target> dates =
                days.days().map(date -> new Target(Target.DAY, Span.day(date))).toList();
        models.of(Unit.PERIOD).forEach(table -> provided.put(table.name(), tables.periods(table.name(), dates)));
        Map<String, List<Span>> spans =
                Map.of("gold_channel_days", List.of(read), "silver_channel_names", List.of(read));
        return query(model.sql(), model.inputs(), model.order(), spans, provided);
    }

    /** A model over a day, with the day before, the days of its month before it and all months before that. */
    Query over(Model model, LocalDate date) {
        YearMonth month = YearMonth.from(date);
        List<YearMonth> earlier = tables.state().dates().stream()
                .map(YearMonth::from)
                .filter(month::isAfter)
                .distinct()
                .toList();
        Map<String, Relation> provided = new HashMap<>();
        provided.put("target_days", Provided.days(List.of(Span.day(date))));
        models.of(Unit.MONTH).forEach(table -> provided.put(table.name(), tables.months(table.name(), earlier)));
        Map<String, List<Span>> spans = new HashMap<>();
        spans.put(
                "gold_channel_days",
                List.of(new Span(Span.month(month).from(), Span.day(date).to())));
        spans.put("silver_stream_updates", List.of(twoDays(date)));
        models.of(Unit.OVER).forEach(table -> spans.put(table.name(), List.of(Span.day(date))));
        return query(model.sql(), model.inputs(), model.order(), spans, provided);
    }

    /**
     * A query over the broadcasts that were first seen on a day that is not over yet, as {@code gold_broadcast_starts} will
     * have them.
     */
    public Query starts(String sql, LocalDate date) {
        Model model = models.get("gold_broadcast_starts");
        return query(
                sql,
                List.of("silver_stream_updates", "target_days", model.name()),
                List.of(),
                Map.of("silver_stream_updates", List.of(twoDays(date))),
                Map.of(
                        "target_days",
                        Provided.days(List.of(Span.day(date))),
                        model.name(),
                        new Relation.Text(model.sql())));
    }

    /** A day and the one before it. */
    private static Span twoDays(LocalDate date) {
        return new Span(Span.day(date.minusDays(1)).from(), Span.day(date).to());
    }

    /** A query over tables by name as they are; tables without a span are read whole. */
    public Query query(
            String sql,
            List<String> inputs,
            List<String> order,
            Map<String, List<Span>> spans,
            Map<String, ? extends Relation> provided) {
        LinkedHashMap<String, Relation> relations = new LinkedHashMap<>();
        for (String name : closure(inputs)) {
            if (provided.containsKey(name)) {
                relations.put(name, provided.get(name));
            } else if (name.equals("horizon")) {
                relations.put(name, Provided.horizon(newest(), tables.end()));
            } else if (name.equals("category_facts")) {
                List<Path> files = categoryFacts.get();
                relations.put(
                        name,
                        new Relation.Files(files.isEmpty() ? List.of() : List.of(new Relation.Part(files, null))));
            } else if (Models.PROVIDED.contains(name)) {
                throw new IllegalArgumentException("Nothing provides " + name + " here");
            } else if (models.get(name).isView()) {
                relations.put(name, new Relation.Text(models.get(name).sql()));
            } else if (spans.containsKey(name)) {
                relations.put(name, tables.within(name, spans.get(name)));
            } else {
                relations.put(name, tables.all(name));
            }
        }
        return new Query(sql, relations, order);
    }

    private Map<String, List<Span>> spans(List<Target> targets, List<Span> observations) {
        List<Span> whole = targets.stream().map(Target::span).toList();
        return Map.of(
                "gold_channel_days", pieces(targets, Kind.DAY),
                "gold_channel_hours", pieces(targets, Kind.HOUR),
                "silver_stream_updates", observations,
                "gold_game_metrics", reaching(whole, false),
                "gold_language_metrics", reaching(whole, false),
                "gold_snapshot_metrics", withNewest(reaching(whole, true)));
    }

    private Map<String, Relation> provided(List<Target> targets) {
        return Map.of(
                "target_periods", Provided.periods(targets),
                "target_pieces", Provided.pieces(toTheEnd(targets)),
                "target_recent", Provided.recent(List.of(), Instant.EPOCH),
                "gold_recent_channels", new Relation.Files(List.of()));
    }

    private Instant newest() {
        return tables.state().newestSnapshot().orElse(Instant.EPOCH);
    }

    /** The inputs and what the views among them read, each after what it reads. */
    private Set<String> closure(List<String> inputs) {
        Set<String> names = new LinkedHashSet<>();
        inputs.forEach(input -> add(input, names));
        return names;
    }

    private void add(String name, Set<String> names) {
        if (models.has(name) && models.get(name).isView()) {
            models.get(name).inputs().forEach(input -> add(input, names));
        }
        names.add(name);
    }

    /**
     * Periods that hold the newest snapshot's reach to its end, carried on to midnight: nothing is known of what comes after, so
     * that the day's roll-up says the same as its hours, and says it shorter.
     */
    private List<Target> toTheEnd(List<Target> targets) {
        Instant end = tables.end();
        return targets.stream()
                .map(target -> target.span().to().isBefore(end)
                        ? target
                        : new Target(
                                target.name(),
                                new Span(
                                        target.span().from(),
                                        Span.day(Span.day(target.span().to().minusSeconds(1)))
                                                .to())))
                .toList();
    }

    private List<Span> pieces(List<Target> targets, Kind kind) {
        return toTheEnd(targets).stream()
                .flatMap(target -> target.pieces().stream())
                .filter(piece -> piece.kind() == kind)
                .map(Target.Piece::span)
                .toList();
    }

    private List<Span> reaching(List<Span> spans, boolean bothWays) {
        return spans.stream()
                .map(span -> {
                    long reach = tables.reachSeconds(span);
                    return span.widen(reach, bothWays ? reach : 0);
                })
                .toList();
    }

    private List<Span> withNewest(List<Span> spans) {
        Instant newest = newest();
        List<Span> all = new ArrayList<>(spans);
        all.add(new Span(newest, newest.plusSeconds(1)));
        return all;
    }
}
