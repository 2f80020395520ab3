package io.streamgauge.analytics;

import io.streamgauge.engine.State;
import io.streamgauge.lake.CrawlRecord;
import io.streamgauge.lake.DayLedger;
import io.streamgauge.lake.TableFile;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads the state of the lake from its ledger. */
final class LakeStatus {

    private static final long USUAL_CADENCE_SECONDS = 900;
    private static final int LISTED = 100;

    private final View view;

    LakeStatus(View view) {
        this.view = view;
    }

    Status read() {
        Optional<CrawlRecord> newest = view.newest();
        long cadence = newest.map(CrawlRecord::cadenceSeconds).orElse(USUAL_CADENCE_SECONDS);
        Instant now = view.now();
        List<CrawlRecord> crawls = crawls();
        Set<Long> complete = new HashSet<>();
        Set<Long> partial = new HashSet<>();
        crawls.forEach(crawl ->
                (crawl.complete() ? complete : partial).add(crawl.snapshotAt().getEpochSecond() / cadence));
        partial.removeAll(complete);
        List<Instant> missing = missing(crawls, complete, cadence, now);
        long planned = crawls.isEmpty() ? 0 : missing.size() + complete.size();
        Collections.reverse(missing);
        return new Status(
                view.publication().version(),
                view.publication().publishedAt(),
                now,
                newest.map(this::figures),
                newest.map(Status.Crawl::of),
                cadence,
                new Status.Slots(planned, complete.size(), partial.size(), missing.size()),
                List.copyOf(missing.subList(0, Math.min(LISTED, missing.size()))),
                partial(crawls, complete, cadence),
                view.engine(),
                tables(),
                newest.map(CrawlRecord::simulated).orElse(false));
    }

    private static List<Status.Partial> partial(List<CrawlRecord> crawls, Set<Long> complete, long cadence) {
        Map<Instant, String> reasons = new TreeMap<>(Comparator.reverseOrder());
        crawls.stream()
                .filter(crawl -> !complete.contains(crawl.snapshotAt().getEpochSecond() / cadence))
                .forEach(crawl -> reasons.put(crawl.snapshotAt(), crawl.reason()));
        return reasons.entrySet().stream()
                .limit(LISTED)
                .map(slot -> new Status.Partial(slot.getKey(), slot.getValue()))
                .toList();
    }

    private List<CrawlRecord> crawls() {
        State state = view.state();
        return state.dates().stream()
                .flatMap(date -> state.day(date).snapshots().stream())
                .map(DayLedger.Entry::crawl)
                .toList();
    }

    private static List<Instant> missing(List<CrawlRecord> crawls, Set<Long> complete, long cadence, Instant now) {
        List<Instant> missing = new ArrayList<>();
        long first = crawls.stream()
                .mapToLong(crawl -> crawl.snapshotAt().getEpochSecond() / cadence)
                .min()
                .orElse(Long.MAX_VALUE);
        for (long slot = first; slot < now.getEpochSecond() / cadence; slot++) {
            if (!complete.contains(slot)) {
                missing.add(Instant.ofEpochSecond(slot * cadence));
            }
        }
        return missing;
    }

    private Status.Newest figures(CrawlRecord newest) {
        Period reach = new Period(newest.snapshotAt(), newest.snapshotAt().plusSeconds(newest.cadenceSeconds()));
        Totals.Point point = new PlatformFigures(view)
                .series(reach, Grain.SNAPSHOT, ZoneOffset.UTC)
                .get(0);
        return new Status.Newest(
                newest.snapshotAt(), (long) point.viewers(), (long) point.channels(), (long) point.categories());
    }

    private List<Status.Table> tables() {
        Map<String, List<TableFile>> files = new TreeMap<>();
        State state = view.state();
        for (LocalDate date : state.dates()) {
            DayLedger day = state.day(date);
            day.tables().forEach((table, own) -> files.computeIfAbsent(table, name -> new ArrayList<>())
                    .addAll(own));
            day.snapshots().forEach(entry -> files.computeIfAbsent("bronze_stream_updates", name -> new ArrayList<>())
                    .add(new TableFile(entry.key(), TableFile.DAY, entry.crawl().rows(), entry.bytes())));
        }
        view.publication().periods().forEach((table, own) -> files.computeIfAbsent(table, name -> new ArrayList<>())
                .addAll(own));
        return files.entrySet().stream()
                .map(entry -> new Status.Table(
                        entry.getKey(),
                        entry.getValue().stream().mapToLong(TableFile::rows).sum(),
                        entry.getValue().stream().mapToLong(TableFile::bytes).sum(),
                        entry.getValue().size()))
                .toList();
    }
}
