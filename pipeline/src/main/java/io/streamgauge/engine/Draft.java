package io.streamgauge.engine;

import io.streamgauge.lake.CrawlRecord;
import io.streamgauge.lake.DayLedger;
import io.streamgauge.lake.Ledger;
import io.streamgauge.lake.Publication;
import io.streamgauge.lake.SnapshotId;
import io.streamgauge.lake.TableFile;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The next state of the lake while it is being made: a published one and the days and periods that change. */
final class Draft implements State {

    private final Ledger ledger;
    private final Optional<Publication> base;
    private final boolean fromNothing;
    private final TreeMap<LocalDate, DayLedger> changed = new TreeMap<>();
    private final TreeMap<String, List<TableFile>> periods = new TreeMap<>();
    private Optional<Instant> newest;

    private Draft(Ledger ledger, Optional<Publication> base, boolean fromNothing) {
        this.ledger = ledger;
        this.base = base;
        this.fromNothing = fromNothing;
        this.newest = fromNothing ? Optional.empty() : base.flatMap(Publication::newestSnapshot);
        if (!fromNothing) {
            base.ifPresent(state -> periods.putAll(state.periods()));
        }
    }

    /** Goes on from what is published. */
    static Draft on(Ledger ledger, Optional<Publication> base) {
        return new Draft(ledger, base, false);
    }

    /** Starts from nothing; what is published is replaced as a whole. */
    static Draft insteadOf(Ledger ledger, Optional<Publication> base) {
        return new Draft(ledger, base, true);
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
        return newest;
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
        boolean wasOver = publishedOpen().filter(date::isBefore).isPresent();
        return !wasOver || !published(date).files(table).equals(day(date).files(table));
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
        changed.put(date, new DayLedger(date, List.copyOf(all.values()), day.tables()));
        entries.stream()
                .map(DayLedger.Entry::crawl)
                .filter(CrawlRecord::complete)
                .map(CrawlRecord::snapshotAt)
                .max(Comparator.naturalOrder())
                .filter(at -> newest.isEmpty() || at.isAfter(newest.get()))
                .ifPresent(at -> newest = Optional.of(at));
    }

    /** Takes a day's files of a table over from what is published. */
    void carry(LocalDate date, String table) {
        setFiles(date, table, published(date).files(table));
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
        changed.put(date, new DayLedger(date, day.snapshots(), tables));
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
        return ledger.publish(base, fromNothing, List.copyOf(changed.values()), periods, newest, retired());
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
