package io.streamgauge.engine;

import io.streamgauge.lake.CrawlRecord;
import io.streamgauge.lake.DayLedger;
import io.streamgauge.lake.SnapshotId;
import io.streamgauge.lake.Store;
import io.streamgauge.lake.TableFile;
import io.streamgauge.model.Model;
import io.streamgauge.model.Models;
import io.streamgauge.model.Unit;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the files of a table, of one state, that hold a stretch of time. */
public final class Tables {

    private static final long LARGEST_REACH_SECONDS = 12 * 3600;
    private static final long USUAL_CADENCE_SECONDS = 900;

    private final Models models;
    private final Store store;
    private final State state;
    private final Map<String, String> versions;

    public Tables(Models models, Store store, State state) {
        this.models = models;
        this.store = store;
        this.state = state;
        this.versions = ModelVersions.of(models);
    }

    public State state() {
        return state;
    }

    /** Twice the largest cadence of the snapshots around both ends of the span, in seconds: no reach there is longer. */
    public long reachSeconds(Span span) {
        return 2
                * Stream.of(span.from(), span.to())
                        .map(end ->
                                new Span(end, end.plusSeconds(1)).widen(LARGEST_REACH_SECONDS, LARGEST_REACH_SECONDS))
                        .flatMap(Span::days)
                        .distinct()
                        .flatMap(date -> state.day(date).snapshots().stream())
                        .mapToLong(entry -> entry.crawl().cadenceSeconds())
                        .max()
                        .orElse(USUAL_CADENCE_SECONDS);
    }

    /** The span from the snapshot on whose reach may hold its start: that is the last one until then. */
    public Span fromLastSnapshot(Span span) {
        Span until = new Span(span.from(), span.from().plusSeconds(1)).widen(reachSeconds(span), 0);
        return until.days()
                .flatMap(date -> state.day(date).complete().stream())
                .map(CrawlRecord::snapshotAt)
                .filter(until::holds)
                .max(Comparator.naturalOrder())
                .map(at -> new Span(at, span.to()))
                .orElse(span);
    }

    /** The end of the newest snapshot's reach; 1970 where there is none. */
    Instant end() {
        return state.newestSnapshot()
                .flatMap(newest -> state.day(SnapshotId.at(newest).date()).complete().stream()
                        .filter(crawl -> crawl.snapshotAt().equals(newest))
                        .findFirst())
                .map(crawl -> crawl.snapshotAt().plusSeconds(crawl.cadenceSeconds()))
                .orElse(Instant.EPOCH);
    }

    /** All rows of a table. */
    public Relation.Files all(String table) {
        prepare(Stream.concat(
                state.dates().stream().flatMap(date -> state.day(date).files(table).stream()),
                state.periods(table).stream()));
        List<Path> current = new ArrayList<>();
        List<Path> older = new ArrayList<>();
        state.dates()
                .forEach(date -> state.day(date).files(table).forEach(file -> (isOlder(table, date) ? older : current)
                        .add(store.local(file.key()))));
        state.periods(table).forEach(file -> current.add(store.local(file.key())));
        return files(current, older, List.of());
    }

    /** The files of a table by month. */
    public Relation.Files months(String table, List<YearMonth> months) {
        List<String> units = months.stream().map(Target::unit).toList();
        List<TableFile> found = state.periods(table).stream()
                .filter(file -> units.contains(file.unit()))
                .toList();
        prepare(found.stream());
        List<Path> files = found.stream().map(file -> store.local(file.key())).toList();
        return files(files, List.of(), List.of());
    }

    /** The files of a table by period that hold the periods; they may hold others too. */
    public Relation.Files periods(String table, List<Target> targets) {
        Set<String> current = new LinkedHashSet<>();
        Set<String> older = new LinkedHashSet<>();
        for (Target target : targets) {
            Stream<TableFile> files;
            boolean isOlder = false;
            if (target.name().equals(Target.HOUR) || target.name().equals(Target.DAY)) {
                LocalDate date = target.span().days().findFirst().orElseThrow();
                List<String> units = List.of(TableFile.DAY, Target.unit(target));
                files = state.day(date).files(table).stream().filter(file -> units.contains(file.unit()));
                isOlder = isOlder(table, date);
            } else {
                files = state.periods(table).stream().filter(file -> file.unit().equals(Target.unit(target)));
            }
            Set<String> keys = isOlder ? older : current;
            files.map(TableFile::key).forEach(keys::add);
        }
        store.prepare(Stream.concat(current.stream(), older.stream()).toList());
        return files(local(current), local(older), List.of());
    }

    /** The rows of a table whose time lies in one of the spans; of a table that is merged, those of the files around it. */
    public Relation.Files within(String table, List<Span> spans) {
        Model model = models.get(table);
        List<Relation.Part> parts = new ArrayList<>();
        List<Path> current = new ArrayList<>();
        List<Path> older = new ArrayList<>();
        List<Span> merged = Span.union(spans);
        List<LocalDate> days = days(merged);
        prepare(days.stream().flatMap(date -> state.day(date).files(table).stream()
                .filter(file -> merged.stream().anyMatch(span -> span.overlaps(spanOf(model, date, file))))));
        for (LocalDate date : days) {
            List<Span> ofDay = merged.stream()
                    .filter(span -> span.overlaps(Span.day(date)))
                    .toList();
            DayLedger day = state.day(date);
            boolean isOlder = isOlder(table, date);
            for (TableFile file : day.files(table)) {
                Span held = spanOf(model, date, file);
                boolean touches = ofDay.stream().anyMatch(span -> span.overlaps(held));
                if (isWithin(held, ofDay) || touches && !model.merge().isEmpty()) {
                    (isOlder ? older : current).add(store.local(file.key()));
                } else if (touches) {
                    List<Path> one = List.of(store.local(file.key()));
                    parts.add(new Relation.Part(one, condition(model, ofDay), isOlder));
                }
            }
        }
        return files(current, older, parts);
    }

    /** The days that the spans touch, from the first to the last one that anything is known of. */
    private List<LocalDate> days(List<Span> spans) {
        List<LocalDate> known = state.dates();
        if (known.isEmpty()) {
            return List.of();
        }
        Instant first = Span.day(known.get(0)).from();
        Instant end = Span.day(known.get(known.size() - 1)).to();
        return spans.stream()
                .map(span -> new Span(
                        span.from().isBefore(first) ? first : span.from(),
                        span.to().isAfter(end) ? end : span.to()))
                .filter(span -> span.from().isBefore(span.to()))
                .flatMap(Span::days)
                .distinct()
                .toList();
    }

    private void prepare(Stream<TableFile> files) {
        store.prepare(files.map(TableFile::key).toList());
    }

    private List<Path> local(Set<String> keys) {
        return keys.stream().map(store::local).toList();
    }

    private static Relation.Files files(List<Path> current, List<Path> older, List<Relation.Part> more) {
        List<Relation.Part> parts = new ArrayList<>();
        if (!current.isEmpty()) {
            parts.add(new Relation.Part(current, null));
        }
        if (!older.isEmpty()) {
            parts.add(new Relation.Part(older, null, true));
        }
        parts.addAll(more);
        return new Relation.Files(parts);
    }

    /** Whether a table's rows of a day come from another model than that at hand. */
    public boolean isOlder(String table, LocalDate date) {
        return !state.cover().version(table, date).equals(versions.get(table));
    }

    private static boolean isWithin(Span inner, List<Span> outer) {
        return outer.stream()
                .anyMatch(span ->
                        !inner.from().isBefore(span.from()) && !inner.to().isAfter(span.to()));
    }

    private static Span spanOf(Model model, LocalDate date, TableFile file) {
        if (file.unit().equals(TableFile.DAY)) {
            return Span.day(date);
        }
        Instant at = SnapshotId.parse(file.unit()).at();
        return new Span(at, at.plusSeconds(model.unit() == Unit.HOUR ? 3600 : 1));
    }

    private static String condition(Model model, List<Span> spans) {
        String column = timeColumn(model);
        return spans.stream()
                .map(span -> "(" + column + " >= " + Provided.literal(span.from()) + " and " + column + " < "
                        + Provided.literal(span.to()) + ")")
                .collect(Collectors.joining(" or "));
    }

    private static String timeColumn(Model model) {
        return switch (model.unit()) {
            case SNAPSHOT -> "snapshot_at";
            case HOUR -> "hour_at";
            case DAY, OVER, LABELLED -> "day_at";
            case PERIOD, ROLLING -> "period_start";
            case MONTH, RECENT, LEARNT -> throw new IllegalArgumentException(model.name() + " is kept as a whole");
            case VIEW -> throw new IllegalArgumentException(model.name() + " is a view and has no files");
        };
    }
}
