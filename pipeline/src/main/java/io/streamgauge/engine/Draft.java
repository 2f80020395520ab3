package io.streamgauge.engine;

import io.streamgauge.lake.CrawlRecord;
import io.streamgauge.lake.DayLedger;
import io.streamgauge.lake.FailedCrawl;
import io.streamgauge.lake.Ledger;
import io.streamgauge.lake.ModelCover;
import io.streamgauge.lake.Publication;
import io.streamgauge.lake.SnapshotId;
import io.streamgauge.lake.Standing;
import io.streamgauge.lake.TableFile;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The next state of the lake while it is being made: a published one and the days and periods that change. */
final class Draft implements State {

    private final Ledger ledger;
    private final Optional<Publication> base;
    private final boolean fromNothing;
    private final TreeMap<LocalDate, DayLedger> changed = new TreeMap<>();
    private final TreeMap<String, List<TableFile>> periods = new TreeMap<>();
    private Standing standing;

    private Draft(Ledger ledger, Optional<Publication> base, boolean fromNothing) {
        this.ledger = ledger;
        this.base = base;
        this.fromNothing = fromNothing;
        this.standing = base.map(Publication::standing).orElse(Standing.NEW);
        if (!fromNothing) {
            base.ifPresent(state -> periods.putAll(state.periods()));
        }
    }

    /** Goes on from what is published, with models of these versions. */
    static Draft on(Ledger ledger, Optional<Publication> base, Map<String, String> versions) {
        Draft draft = new Draft(ledger, base, false);
        draft.standing = draft.standing.with(draft.standing.cover().movedTo(versions, draft.dates()));
        return draft;
    }

    /** Starts from nothing, with models of these versions; what is published is replaced as a whole. */
    static Draft insteadOf(Ledger ledger, Optional<Publication> base, Map<String, String> versions) {
        Draft draft = new Draft(ledger, base, true);
        draft.standing = draft.standing.with(ModelCover.of(new TreeMap<>(versions)));
        return draft;
    }

    @Override
    public ModelCover cover() {
        return standing.cover();
    }

    Standing standing() {
        return standing;
    }

    void stand(Standing other) {
        standing = other;
    }

    /** Whether the observations that a day's figures rest on are no longer kept, so that they must stay as they are. */
    boolean isFrozen(LocalDate date) {
        return standing.firstDetailed().filter(first -> !date.isAfter(first)).isPresent();
    }

    @Override
    public List<LocalDate> dates() {
        Set<LocalDate> dates = new HashSet<>(changed.keySet());
        if (!fromNothing) {
            base.ifPresent(state -> dates.addAll(state.days().keySet()));
        }
        return dates.stream().sorted().toList();
    }

    @Override
    public DayLedger day(LocalDate date) {
        DayLedger own = changed.get(date);
        if (own != null) {
            return own;
        }
        return fromNothing || base.isEmpty() ? DayLedger.empty(date) : ledger.day(base.get(), date);
    }

    @Override
    public List<TableFile> periods(String table) {
        return periods.getOrDefault(table, List.of());
    }

    @Override
    public Optional<Instant> newestSnapshot() {
        List<LocalDate> dates = dates();
        for (int at = dates.size() - 1; at >= 0; at--) {
            List<CrawlRecord> complete = day(dates.get(at)).complete();
            if (!complete.isEmpty()) {
                return Optional.of(complete.get(complete.size() - 1).snapshotAt());
            }
        }
        return Optional.empty();
    }

    /** The day of the newest complete snapshot that readers see. */
    Optional<LocalDate> publishedOpen() {
        return fromNothing
                ? Optional.empty()
                : base.flatMap(Publication::newestSnapshot)
                        .map(at -> SnapshotId.at(at).date());
    }

    /** Whether a table of a day that is over differs from what is published, or the day has come to be over. */
    boolean differs(LocalDate date, String table) {
        return !wasOver(date) || !published(date).files(table).equals(day(date).files(table));
    }

    /** Whether readers see the day as one that is over. */
    boolean wasOver(LocalDate date) {
        return publishedOpen().filter(date::isBefore).isPresent();
    }

    /** The day before its change, as it is published. */
    DayLedger published(LocalDate date) {
        return base.map(state -> ledger.day(state, date)).orElseGet(() -> DayLedger.empty(date));
    }

    void add(LocalDate date, List<DayLedger.Entry> entries) {
        DayLedger day = day(date);
        TreeMap<String, DayLedger.Entry> all = new TreeMap<>();
        day.snapshots().forEach(entry -> all.put(entry.key(), entry));
        entries.forEach(entry -> all.put(entry.key(), entry));
        changed.put(date, new DayLedger(date, List.copyOf(all.values()), day.tables(), day.failures()));
    }

    /** Notes crawls of the day that landed nothing. */
    void addFailures(LocalDate date, Collection<FailedCrawl> failures) {
        DayLedger day = day(date);
        List<FailedCrawl> all = Stream.concat(day.failures().stream(), failures.stream())
                .distinct()
                .sorted(Comparator.comparing(FailedCrawl::startedAt))
                .toList();
        if (!all.equals(day.failures())) {
            changed.put(date, new DayLedger(date, day.snapshots(), day.tables(), all));
        }
    }

    /** Takes a day's files of a table over from what is published, whatever model they come from. */
    void carry(LocalDate date, String table) {
        setFiles(date, table, published(date).files(table));
        String was = base.orElseThrow().standing().cover().version(table, date);
        standing = standing.with(standing.cover().keeping(date, table, was));
    }

    /** Drops the tables of a day, to compute them anew with the models at hand. */
    void renew(LocalDate date, Set<String> tables) {
        tables.forEach(table -> setFiles(date, table, List.of()));
        standing = standing.with(standing.cover().renewed(date, tables));
    }

    /** Notes that tables which belong to no day come from the models at hand. */
    void renewed(Set<String> tables) {
        standing = standing.with(standing.cover().renewed(tables));
    }

    void setFiles(LocalDate date, String table, List<TableFile> files) {
        DayLedger day = day(date);
        if (files.isEmpty() && day.files(table).isEmpty()) {
            return;
        }
        TreeMap<String, List<TableFile>> tables = new TreeMap<>(day.tables());
        if (files.isEmpty()) {
            tables.remove(table);
        } else {
            tables.put(table, sorted(files));
        }
        changed.put(date, new DayLedger(date, day.snapshots(), tables, day.failures()));
    }

    /** Replaces a table's file of one week or of the rolling windows. */
    void setPeriod(String table, String unit, Optional<TableFile> file) {
        List<TableFile> files = new ArrayList<>(periods.getOrDefault(table, List.of()));
        files.removeIf(old -> old.unit().equals(unit));
        file.ifPresent(files::add);
        periods.put(table, sorted(files));
    }

    /** Makes this the published state; empty where somebody else has published meanwhile. */
    Optional<Publication> publish() {
        return ledger.publish(
                base, fromNothing, List.copyOf(changed.values()), periods, newestSnapshot(), standing, retired());
    }

    private Set<String> retired() {
        Set<String> old = new HashSet<>();
        if (base.isEmpty()) {
            return old;
        }
        for (LocalDate date : fromNothing ? base.get().days().keySet() : changed.keySet()) {
            published(date).tables().values().forEach(files -> files.forEach(file -> old.add(file.key())));
            Optional.ofNullable(base.get().days().get(date)).ifPresent(old::add);
        }
        base.get().periods().values().forEach(files -> files.forEach(file -> old.add(file.key())));
        return old;
    }

    private static List<TableFile> sorted(List<TableFile> files) {
        return files.stream().sorted(Comparator.comparing(TableFile::key)).toList();
    }
}
