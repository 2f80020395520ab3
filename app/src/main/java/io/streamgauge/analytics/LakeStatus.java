package io.streamgauge.analytics;

import io.streamgauge.engine.State;
import io.streamgauge.lake.CrawlRecord;
import io.streamgauge.lake.DayLedger;
import io.streamgauge.lake.TableFile;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads the state of the lake from its ledger. */
final class LakeStatus {

    private static final long USUAL_CADENCE_SECONDS = 900;
    private static final int LISTED = 100;
    private static final int RUNS = 10;

    private final View view;

    LakeStatus(View view) {
        this.view = view;
    }

    Status read() {
        Optional<CrawlRecord> newest = view.newest();
        Instant now = view.now();
        LakeSlots slots = LakeSlots.of(view, now);
        return new Status(
                view.publication().version(),
                view.publication().publishedAt(),
                now,
                newest.map(this::figures),
                newest.map(Status.Crawl::of),
                newest.map(CrawlRecord::cadenceSeconds).orElse(USUAL_CADENCE_SECONDS),
                slots.counts(),
                slots.missing(LISTED),
                slots.partial(LISTED),
                slots.troubled(LISTED),
                runs(view, RUNS),
                new LakeQuality(view).read(),
                olderModels(),
                view.publication().standing().forgotten().hashes().size(),
                view.engine(),
                tables(),
                newest.map(CrawlRecord::simulated).orElse(false));
    }

    /** The last runs that worked on the tables, the newest first. */
    static List<Status.Work> runs(View view, int most) {
        return view.runs(most).stream()
                .map(run -> new Status.Work(
                        run.kind(),
                        run.startedAt(),
                        run.endedAt(),
                        run.attempt(),
                        run.outcome(),
                        run.reason(),
                        run.snapshots(),
                        run.days().size(),
                        run.days().stream().findFirst().orElse(null),
                        run.days().stream().reduce((one, other) -> other).orElse(null),
                        run.rows()))
                .toList();
    }

    private List<Status.Older> olderModels() {
        List<Status.Older> tables = new ArrayList<>();
        view.publication().standing().cover().older().forEach((table, days) -> {
            TreeSet<LocalDate> dates = new TreeSet<>(days.keySet());
            tables.add(new Status.Older(table, dates.size(), dates.first(), dates.last()));
        });
        return tables;
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
