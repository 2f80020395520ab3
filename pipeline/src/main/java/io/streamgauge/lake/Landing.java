package io.streamgauge.lake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The landing area: one file for each snapshot, {@code landing/date=2026-11-22/20261122T101500Z.parquet}, put once. A partial
 * crawl lies beside it as {@code 20261122T101500Z.partial-1.parquet}, so that a complete one can still be landed; of a
 * crawl that landed nothing {@code 20261122T101500Z.failed-1.json} tells.
 */
public final class Landing {

    private static final String FOLDER = "landing/";
    private static final Pattern NAME =
            Pattern.compile("landing/date=\\d{4}-\\d{2}-\\d{2}/(\\d{8}T\\d{6}Z)(\\.partial-(\\d+))?\\.parquet");

    private static final Pattern FAILED =
            Pattern.compile("landing/date=\\d{4}-\\d{2}-\\d{2}/(\\d{8}T\\d{6}Z)\\.failed-(\\d+)\\.json");

    private final Store store;

    public Landing(Store store) {
        this.store = store;
    }

    /** A snapshot's file; {@code attempt} is 0 for the complete one and counts the partial ones from 1. */
    public record Landed(SnapshotId snapshot, int attempt, String key, long bytes) {

        public boolean isComplete() {
            return attempt == 0;
        }
    }

    public static String key(SnapshotId snapshot) {
        return folder(snapshot) + ".parquet";
    }

    /** The complete snapshot, where it has landed. */
    public Optional<Landed> complete(SnapshotId snapshot) {
        return of(snapshot.date())
                .filter(landed -> landed.key().equals(key(snapshot)))
                .findFirst();
    }

    /**
     * The newest complete snapshot before this one and not older than so much; where there is none, the newest partial one,
     * which may be of the same slot.
     */
    public Optional<Landed> newest(SnapshotId before, Duration age) {
        Instant oldest = before.at().minus(age);
        return SnapshotId.at(oldest)
                .date()
                .datesUntil(before.date().plusDays(1))
                .flatMap(this::of)
                .filter(landed -> !landed.snapshot().at().isBefore(oldest))
                .filter(landed -> landed.snapshot().compareTo(before) < (landed.isComplete() ? 0 : 1))
                .max(Comparator.comparing(Landed::isComplete)
                        .thenComparing(Landed::snapshot)
                        .thenComparing(Landed::attempt));
    }

    /** A file on this machine with what has landed. */
    public Path file(Landed landed) {
        return store.local(landed.key());
    }

    private Stream<Landed> of(LocalDate date) {
        return store.list(FOLDER + "date=" + date + "/").stream()
                .map(Landing::landed)
                .flatMap(Optional::stream);
    }

    /** Puts a snapshot's file; false, and nothing changed, if a complete one has landed already. */
    public boolean put(Path file, CrawlRecord crawl) {
        SnapshotId snapshot = crawl.id();
        if (crawl.complete()) {
            return store.putIfAbsent(key(snapshot), file);
        }
        for (int attempt = 1; ; attempt++) {
            if (store.putIfAbsent(folder(snapshot) + ".partial-" + attempt + ".parquet", file)) {
                return true;
            }
        }
    }

    /** All files of landing whose names are those of snapshots, ordered by key. */
    public List<Landed> list() {
        return store.list(FOLDER).stream()
                .map(Landing::landed)
                .flatMap(Optional::stream)
                .toList();
    }

    /** All files of landing whose names are not those of snapshots. */
    public List<String> foreign() {
        return store.list(FOLDER).stream()
                .filter(stored -> landed(stored).isEmpty())
                .filter(stored -> !FAILED.matcher(stored.key()).matches())
                .map(Store.Stored::key)
                .toList();
    }

    /** Notes a crawl that landed nothing. */
    public void note(FailedCrawl failure) {
        try {
            Path file = Files.createTempFile("failed", ".json");
            try {
                Files.write(file, Json.bytes(failure));
                for (int attempt = 1; !store.putIfAbsent(failed(failure.id(), attempt), file); ) {
                    attempt++;
                }
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new LakeException("Cannot note that the crawl for " + failure.id() + " failed: " + e.getMessage(), e);
        }
    }

    /** The crawls that landed nothing, oldest slot first, by key. */
    public SortedMap<String, FailedCrawl> failures() {
        TreeMap<String, FailedCrawl> failures = new TreeMap<>();
        for (Store.Stored stored : store.list(FOLDER)) {
            if (FAILED.matcher(stored.key()).matches()) {
                store.read(stored.key())
                        .ifPresent(
                                json -> failures.put(stored.key(), Json.read(json, FailedCrawl.class, stored.key())));
            }
        }
        return failures;
    }

    private static String failed(SnapshotId snapshot, int attempt) {
        return folder(snapshot) + ".failed-" + attempt + ".json";
    }

    private static String folder(SnapshotId snapshot) {
        return FOLDER + "date=" + snapshot.date() + "/" + snapshot;
    }

    private static Optional<Landed> landed(Store.Stored stored) {
        Matcher name = NAME.matcher(stored.key());
        if (!name.matches()) {
            return Optional.empty();
        }
        SnapshotId snapshot = SnapshotId.parse(name.group(1));
        int attempt = name.group(3) == null ? 0 : Integer.parseInt(name.group(3));
        boolean inItsFolder = stored.key().startsWith(folder(snapshot));
        return inItsFolder
                ? Optional.of(new Landed(snapshot, attempt, stored.key(), stored.bytes()))
                : Optional.empty();
    }
}
