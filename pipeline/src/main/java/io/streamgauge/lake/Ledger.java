package io.streamgauge.lake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The published state of the lake and its history: a file for each day, a root that names them, and one pointer to the
 * root. All but the pointer are immutable and named by their content.
 */
public final class Ledger {

    private static final String POINTER = "ledger/current.json";

    /** How long a replaced file stays for readers that have not yet seen the new state. */
    private static final Duration GRACE = Duration.ofMinutes(10);

    private static final String MEND =
            "; move the lake's folder 'ledger' away and run 'streamgauge transform --rebuild'";

    private static final int DAYS_IN_MEMORY = 1_000;

    private final Store store;
    private final Clock clock;
    private final Path scratch;
    private final Map<String, DayLedger> days = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, DayLedger> eldest) {
            return size() > DAYS_IN_MEMORY;
        }
    };

    /** What the root holds: everything that makes up a version. */
    record Root(
            Instant newestSnapshot,
            TreeMap<String, String> days,
            TreeMap<String, List<TableFile>> periods,
            Standing standing) {

        Root {
            standing = standing == null ? Standing.NEW : standing;
        }
    }

    /** What the pointer holds: the root, and what may be deleted when its time has come. */
    record Pointer(String version, String root, Instant publishedAt, List<Retired> retired) {}

    record Retired(String key, Instant at) {}

    /** @param scratch a folder on this machine for files on their way into the store */
    public Ledger(Store store, Clock clock, Path scratch) {
        this.store = store;
        this.clock = clock;
        this.scratch = scratch;
    }

    /** The runs that worked on the tables. */
    public RunHistory runs() {
        return new RunHistory(store, scratch);
    }

    public Clock clock() {
        return clock;
    }

    /** The state that readers see now, empty before the first publishing. */
    public Optional<Publication> current() {
        return store.read(POINTER).map(Ledger::pointer).map(this::publication);
    }

    /** The version that readers see now, without reading the state itself. */
    public Optional<String> currentVersion() {
        return store.read(POINTER).map(Ledger::pointer).map(Pointer::version);
    }

    public DayLedger day(Publication publication, LocalDate date) {
        String key = publication.days().get(date);
        if (key == null) {
            return DayLedger.empty(date);
        }
        synchronized (days) {
            return days.computeIfAbsent(key, this::readDay);
        }
    }

    /**
     * Makes a new state the one that readers see, if the state it was built on still is.
     *
     * @param base the state that the changes were made to, or empty
     * @param replacesAll whether the changed days are all that the new state holds
     * @param changed the days that differ from it
     * @param standing what holds for the new state as a whole
     * @param retired keys of files that the new state no longer names
     * @return the new state, or empty, and nothing changed, where somebody else has published meanwhile
     */
    public Optional<Publication> publish(
            Optional<Publication> base,
            boolean replacesAll,
            List<DayLedger> changed,
            Map<String, List<TableFile>> periods,
            Optional<Instant> newestSnapshot,
            Standing standing,
            Set<String> retired) {
        Optional<byte[]> present = store.read(POINTER);
        Optional<Pointer> before = present.map(Ledger::pointer);
        if (!before.map(Pointer::version).equals(base.map(Publication::version))) {
            return Optional.empty();
        }
        TreeMap<String, String> keys = new TreeMap<>();
        base.filter(state -> !replacesAll)
                .ifPresent(state -> state.days().forEach((date, key) -> keys.put(date.toString(), key)));
        changed.forEach(day -> keys.put(day.date().toString(), put("ledger/days/" + day.date(), Json.bytes(day))));
        byte[] root = Json.bytes(new Root(newestSnapshot.orElse(null), keys, new TreeMap<>(periods), standing));
        String rootKey = put("ledger/root", root);
        Set<String> used = new HashSet<>(keys.values());
        used.add(rootKey);
        periods.values().forEach(files -> files.forEach(file -> used.add(file.key())));
        changed.forEach(day -> day.tables().values().forEach(files -> files.forEach(file -> used.add(file.key()))));
        Pointer pointer = new Pointer(ContentHash.of(root), rootKey, clock.instant(), retire(before, retired, used));
        if (!store.replace(POINTER, present, Json.bytes(pointer))) {
            return Optional.empty();
        }
        before.ifPresent(old -> deleteExpired(old, pointer, used));
        return Optional.of(publication(pointer));
    }

    private List<Retired> retire(Optional<Pointer> before, Set<String> retired, Set<String> used) {
        Instant now = clock.instant();
        Set<String> keys = new HashSet<>(retired);
        before.map(Pointer::root).ifPresent(keys::add);
        keys.removeAll(used);
        List<Retired> all = new ArrayList<>();
        before.ifPresent(old -> old.retired().stream()
                .filter(item -> !keys.contains(item.key()) && !used.contains(item.key()))
                .filter(item -> item.at().isAfter(now.minus(GRACE)))
                .forEach(all::add));
        keys.stream().sorted().forEach(key -> all.add(new Retired(key, now)));
        return all;
    }

    private void deleteExpired(Pointer before, Pointer after, Set<String> used) {
        Set<String> kept = new HashSet<>(used);
        after.retired().forEach(item -> kept.add(item.key()));
        before.retired().stream()
                .map(Retired::key)
                .filter(key -> !kept.contains(key))
                .forEach(store::delete);
    }

    private Publication publication(Pointer pointer) {
        byte[] json = store.read(pointer.root())
                .orElseThrow(() -> new LakeException(
                        "The ledger names " + pointer.root() + ", which is missing in " + store + MEND));
        Root root = Json.read(json, Root.class, pointer.root());
        TreeMap<LocalDate, String> keys = new TreeMap<>();
        root.days().forEach((date, key) -> keys.put(LocalDate.parse(date), key));
        return new Publication(
                pointer.version(),
                pointer.publishedAt(),
                Optional.ofNullable(root.newestSnapshot()),
                keys,
                root.periods(),
                root.standing());
    }

    /** Keys that a replaced state named and that still lie there for readers of it. */
    public Set<String> retired() {
        Set<String> keys = new HashSet<>();
        store.read(POINTER).map(Ledger::pointer).ifPresent(pointer -> pointer.retired()
                .forEach(item -> keys.add(item.key())));
        return keys;
    }

    /** All keys that a state is made of. */
    public Set<String> keys(Publication publication) {
        Set<String> keys = new HashSet<>(publication.days().values());
        keys.add("ledger/root-" + publication.version() + ".json");
        publication.periods().values().forEach(files -> files.forEach(file -> keys.add(file.key())));
        publication.days().keySet().forEach(date -> day(publication, date)
                .tables()
                .values()
                .forEach(files -> files.forEach(file -> keys.add(file.key()))));
        return keys;
    }

    private DayLedger readDay(String key) {
        byte[] json = store.read(key)
                .orElseThrow(
                        () -> new LakeException("The ledger names " + key + ", which is missing in " + store + MEND));
        return Json.read(json, DayLedger.class, key);
    }

    private String put(String prefix, byte[] content) {
        String key = prefix + "-" + ContentHash.of(content) + ".json";
        try {
            Files.createDirectories(scratch);
            Path file = Files.createTempFile(scratch, "ledger", ".json");
            try {
                Files.write(file, content);
                store.putIfAbsent(key, file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new LakeException("Cannot write " + key + ": " + e.getMessage(), e);
        }
        return key;
    }

    private static Pointer pointer(byte[] json) {
        return Json.read(json, Pointer.class, POINTER + " ('" + new String(json, StandardCharsets.UTF_8) + "')");
    }
}
