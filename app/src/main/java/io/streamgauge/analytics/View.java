package io.streamgauge.analytics;

import io.streamgauge.duckdb.DuckDb;
import io.streamgauge.duckdb.Row;
import io.streamgauge.engine.Binder;
import io.streamgauge.engine.Blocks;
import io.streamgauge.engine.Query;
import io.streamgauge.engine.Relation;
import io.streamgauge.engine.Span;
import io.streamgauge.engine.State;
import io.streamgauge.engine.Tables;
import io.streamgauge.engine.Target;
import io.streamgauge.lake.CategoryMetadata;
import io.streamgauge.lake.CrawlRecord;
import io.streamgauge.lake.FailedCrawl;
import io.streamgauge.lake.Landing;
import io.streamgauge.lake.Ledger;
import io.streamgauge.lake.Publication;
import io.streamgauge.lake.Run;
import io.streamgauge.lake.SnapshotId;
import io.streamgauge.lake.Store;
import io.streamgauge.lake.TableFile;
import io.streamgauge.model.Models;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One published state, ready to be asked. */
final class View {

    private static final int REMEMBERED = 100;

    private final Ledger ledger;
    private final Publication publication;
    private final CategoryMetadata.State metadata;
    private final Store store;
    private final Models models;
    private final Tables tables;
    private final Binder binder;
    private final Queries duckDb;
    private final Clock clock;
    private final Answers answers = new Answers();
    private final NewestNames names = new NewestNames(this);
    private final Map<Object, Question<?>> questions = new LinkedHashMap<>();

    View(
            Ledger ledger,
            Publication publication,
            CategoryMetadata.State metadata,
            Store store,
            Models models,
            DuckDb duckDb,
            Clock clock) {
        this.metadata = metadata;
        this.ledger = ledger;
        this.publication = publication;
        this.store = store;
        this.models = models;
        this.tables = new Tables(models, store, State.of(ledger, publication));
        this.binder = new Binder(models, tables, () -> metadata.files(store));
        this.duckDb = new Queries(duckDb);
        this.clock = clock;
    }

    Publication publication() {
        return publication;
    }

    /** Whether anything was learnt of categories. */
    boolean hasMetadata() {
        return !metadata.keys().isEmpty();
    }

    /** Whether figures by what categories are rest on anything. */
    boolean hasLabels() {
        return !state().periods("gold_category_labels").isEmpty();
    }

    /** Changes whenever something is learnt of categories. */
    String metadataVersion() {
        return metadata.version();
    }

    State state() {
        return State.of(ledger, publication);
    }

    /** What was computed from this state before, or is computed now. */
    <T> T answer(Object question, Supplier<T> compute) {
        return answers.get(question, compute);
    }

    /** The newest names of channels. */
    NewestNames names() {
        return names;
    }

    /** Notes what is asked, the latest last. */
    void remember(Question<?> question) {
        synchronized (questions) {
            questions.remove(question.key());
            questions.put(question.key(), question);
            if (questions.size() > REMEMBERED) {
                questions.remove(questions.keySet().iterator().next());
            }
        }
    }

    /** What was asked last, the latest first. */
    List<Question<?>> recentQuestions(int most) {
        synchronized (questions) {
            List<Question<?>> recent = new ArrayList<>(questions.values());
            Collections.reverse(recent);
            return List.copyOf(recent.subList(0, Math.min(most, recent.size())));
        }
    }

    /** The end of the newest snapshot's reach; 1970 where there is none. */
    Instant end() {
        return newest().map(crawl -> crawl.snapshotAt().plusSeconds(crawl.cadenceSeconds()))
                .orElse(Instant.EPOCH);
    }

    /** The newest complete snapshot's crawl. */
    Optional<CrawlRecord> newest() {
        return publication.newestSnapshot().flatMap(at -> {
            LocalDate date = SnapshotId.at(at).date();
            return ledger.day(publication, date).complete().stream()
                    .filter(crawl -> crawl.snapshotAt().equals(at))
                    .findFirst();
        });
    }

    /**
     * The end of the newest snapshot's reach or the clock's time, to the minute, whichever is later; the former where data is
     * simulated.
     */
    Instant now() {
        Instant time = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        Optional<CrawlRecord> newest = newest();
        if (newest.isEmpty()) {
            return time;
        }
        Instant end = newest.get().snapshotAt().plusSeconds(newest.get().cadenceSeconds());
        return newest.get().simulated() || end.isAfter(time) ? end : time;
    }

    /** The part of a period that lies before now, empty where none does. */
    Optional<Span> measured(Period period) {
        Instant now = now();
        Instant to = period.to().isBefore(now) ? period.to() : now;
        return period.from().isBefore(to) ? Optional.of(new Span(period.from(), to)) : Optional.empty();
    }

    /** A span without what lies before the first day that anything is known of; itself where all of it does. */
    Span known(Span span) {
        return state().dates().stream()
                .findFirst()
                .map(first -> Span.day(first).from())
                .filter(from -> from.isAfter(span.from()) && from.isBefore(span.to()))
                .map(from -> new Span(from, span.to()))
                .orElse(span);
    }

    /** Rows of a query over the figures of periods. */
    <T> List<T> periods(
            String sql, List<String> inputs, List<Target> targets, List<Object> parameters, Function<Row, T> each) {
        targets.stream()
                .flatMap(target -> target.pieces().stream())
                .filter(piece -> piece.kind() == Target.Kind.EDGE)
                .forEach(piece ->
                        requireDetail(piece.span(), "before that, let the period begin and end on whole hours in UTC"));
        return duckDb.select(binder.periods(sql, inputs, List.of(), targets), parameters, each);
    }

    /** Rows of a query over the figures of one period, named {@code asked}, counting one language only. */
    <T> List<T> inLanguage(
            String language,
            String sql,
            List<String> inputs,
            Span span,
            List<Object> parameters,
            Function<Row, T> each) {
        requireDetail(span, "one language by itself can be asked for after that");
        Query query = binder.inLanguage(language, sql, inputs, new Target("asked", span));
        return duckDb.select(query, parameters, each);
    }

    /** The day of the newest snapshot; the roll-ups of long periods hold the days before it. */
    LocalDate open() {
        return Span.day(publication.newestSnapshot().orElse(Instant.EPOCH));
    }

    /** How many rows the files of a table by day have that hold some of a span. */
    long rows(String table, Span span) {
        State state = state();
        return state.dates().stream()
                .filter(date -> span.overlaps(Span.day(date)))
                .flatMap(date -> state.day(date).files(table).stream())
                .mapToLong(TableFile::rows)
                .sum();
    }

    /** The months from that of one day to that of another. */
    List<YearMonth> months(LocalDate from, LocalDate to) {
        return Stream.iterate(YearMonth.from(from), month -> month.plusMonths(1))
                .takeWhile(month -> !month.isAfter(YearMonth.from(to)))
                .toList();
    }

    /** Rows of a query over tables by period. */
    <T> List<T> stored(String sql, List<String> inputs, Target target, List<Object> parameters, Function<Row, T> each) {
        return duckDb.select(binder.stored(sql, inputs, target), parameters, each);
    }

    /** Rows of a query over tables by period, and the periods that are asked for; nothing else can be read. */
    <T> List<T> kept(
            String sql, List<String> inputs, List<Target> targets, List<Object> parameters, Function<Row, T> each) {
        return duckDb.select(binder.kept(sql, inputs, targets), parameters, each);
    }

    /** Rows of a query over roll-ups of months and days, and what is left at a period's ends. */
    <T> List<T> blocks(String sql, List<String> inputs, Blocks blocks, Function<Row, T> each) {
        return duckDb.select(binder.blocks(sql, inputs, blocks), List.of(), each);
    }

    /** Rows of a query over {@code channel_metrics} of stretches of days that have their large channels' observations, of these. */
    <T> List<T> largeEdges(String sql, List<Span> edges, Function<Row, T> each) {
        return duckDb.select(binder.largeEdges(sql, edges), List.of(), each);
    }

    /** The days whose observations tell of a stretch of time. */
    List<LocalDate> observedDays(Span span) {
        return tables.fromLastSnapshot(span).days().toList();
    }

    /** Whether a table by day has a file of a day, or nothing is known of that day. */
    boolean isFilled(String table, LocalDate date) {
        return !publication.days().containsKey(date)
                || !state().day(date).files(table).isEmpty();
    }

    /** Whether a table by day has what its model says of a day that is over, or nothing is known of that day. */
    boolean isKept(String table, LocalDate date) {
        return date.isBefore(open()) && (!publication.days().containsKey(date) || !tables.isOlder(table, date));
    }

    /**
     * A span cut into days whose figures by label are kept, and the rest: days that are not over, or of which nothing is kept yet,
     * and parts of days.
     */
    DaysAndEdges labelDays(Span span) {
        State state = state();
        List<LocalDate> days = new ArrayList<>();
        List<Span> edges = new ArrayList<>();
        span.days().forEach(date -> {
            Span day = Span.day(date);
            Span part = span.common(day);
            boolean isKept = part.equals(day)
                    && date.isBefore(open())
                    && !state.day(date).files("gold_label_days").isEmpty();
            if (isKept) {
                days.add(date);
            } else {
                edges.add(part);
            }
        });
        return new DaysAndEdges(days, edges);
    }

    record DaysAndEdges(List<LocalDate> days, List<Span> edges) {}

    /** Rows of a query over figures by label: {@code gold_label_days} of the days, views over periods of the edges. */
    <T> List<T> labelled(
            String sql, List<String> inputs, DaysAndEdges span, List<Object> parameters, Function<Row, T> each) {
        return duckDb.select(binder.labelled(sql, inputs, span.days(), span.edges()), parameters, each);
    }

    /** Rows of a query over {@code channel_names}: all that are kept. */
    <T> List<T> channelNames(String sql, List<Object> parameters, Function<Row, T> each) {
        return channelNames(sql, KeptNames.of(state()), parameters, each);
    }

    /** The same over a part of them. */
    <T> List<T> channelNames(String sql, KeptNames kept, List<Object> parameters, Function<Row, T> each) {
        return duckDb.select(binder.names(sql, kept.months(), kept.days()), parameters, each);
    }

    /** Rows of a query over tables by day, of some days. */
    <T> List<T> days(String sql, List<String> inputs, List<LocalDate> days, Function<Row, T> each) {
        List<Span> spans = days.stream().map(Span::day).toList();
        Map<String, List<Span>> read = inputs.stream().collect(Collectors.toMap(Function.identity(), table -> spans));
        return duckDb.select(binder.query(sql, inputs, List.of(), read, Map.of()), List.of(), each);
    }

    /** Rows of a query over what days that are over say of the days before them. */
    <T> List<T> visits(String sql, List<LocalDate> days, Function<Row, T> each) {
        return duckDb.select(binder.visits(sql, days), List.of(), each);
    }

    /** Rows of a query over the observations within a span, and the snapshots' reach. */
    <T> List<T> observations(
            String sql, List<String> inputs, Span span, List<Object> parameters, Function<Row, T> each) {
        return duckDb.select(binder.observations(sql, inputs, span), parameters, each);
    }

    /** The same where the observations that matter lie on some days alone. */
    <T> List<T> observations(
            String sql,
            List<String> inputs,
            Span span,
            Collection<LocalDate> days,
            List<Object> parameters,
            Function<Row, T> each) {
        return duckDb.select(binder.observations(sql, inputs, span, days), parameters, each);
    }

    /** Rows of a query over whole tables. */
    <T> List<T> tables(String sql, List<String> inputs, List<Object> parameters, Function<Row, T> each) {
        Map<String, Relation> nothing = Map.of();
        return duckDb.select(binder.query(sql, inputs, List.of(), Map.of(), nothing), parameters, each);
    }

    /** Rows of a query over one table's rows within a span. */
    <T> List<T> table(String sql, String table, Span span, List<Object> parameters, Function<Row, T> each) {
        return within(sql, Map.of(table, span), parameters, each);
    }

    /** Rows of a query over the rows of some tables, each within a span. */
    <T> List<T> within(String sql, Map<String, Span> tables, List<Object> parameters, Function<Row, T> each) {
        Map<String, List<Span>> spans = tables.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, table -> List.of(table.getValue())));
        Query query = binder.query(sql, List.copyOf(new TreeSet<>(tables.keySet())), List.of(), spans, Map.of());
        return duckDb.select(query, parameters, each);
    }

    /** Rows of a query over the broadcasts that were first seen on a day, from its observations and those of the day before. */
    <T> List<T> starts(String sql, LocalDate date, List<Object> parameters, Function<Row, T> each) {
        return duckDb.select(binder.starts(sql, date), parameters, each);
    }

    /** Whether figures of a period to the second can be computed: its ends lie on whole hours, or their observations are kept. */
    boolean isDetailed(Span span) {
        return new Target("asked", span)
                .pieces().stream()
                        .filter(piece -> piece.kind() == Target.Kind.EDGE)
                        .noneMatch(piece -> publication
                                .standing()
                                .firstDetailed()
                                .filter(first -> piece.span()
                                        .from()
                                        .isBefore(Span.day(first).to()))
                                .isPresent());
    }

    /** Refuses what needs observations that are no longer kept, and says what can be asked for instead. */
    void requireDetail(Span span, String instead) {
        publication
                .standing()
                .firstDetailed()
                .filter(first -> span.from().isBefore(Span.day(first).to()))
                .ifPresent(first -> {
                    throw new DetailGoneException(first, instead);
                });
    }

    Models models() {
        return models;
    }

    /** The last runs that worked on the tables, the latest first. */
    List<Run> runs(int most) {
        return ledger.runs().last(most);
    }

    /** Crawls that landed nothing, as far as landing still tells. */
    Collection<FailedCrawl> failedCrawls() {
        return new Landing(store).failures().values();
    }

    String engine() {
        return duckDb.version();
    }
}
