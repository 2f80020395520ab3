package io.streamgauge.engine;

import io.streamgauge.lake.CrawlRecord;
import io.streamgauge.lake.DayLedger;
import io.streamgauge.lake.FailedCrawl;
import io.streamgauge.lake.Landing;
import io.streamgauge.lake.Publication;
import io.streamgauge.lake.SnapshotId;
import io.streamgauge.lake.Store;
import io.streamgauge.lake.TableFile;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** Lets go of what need not be kept any longer. Tables first, in one state; then files, which no state needs by then. */
final class Retention {

    private static final List<String> OBSERVATIONS = List.of("silver_stream_updates", "silver_large_channel_updates");
    private static final List<String> NAMES = List.of("silver_channel_names", "silver_broadcast_titles");
    private static final String NAMES_BY_MONTH = "silver_monthly_channel_names";
    private static final String REFUSED = "quarantined_stream_updates";

    private final Workshop workshop;
    private final Keeping keeping;

    Retention(Workshop workshop, Keeping keeping) {
        this.workshop = workshop;
        this.keeping = keeping;
    }

    Retained apply(RunLog log) {
        Optional<Publication> base = workshop.ledger.current();
        if (base.isEmpty() || keeping.equals(Keeping.FOREVER)) {
            return new Retained(0, 0);
        }
        Instant now = now(base.get());
        int days = dropDays(base, now, log);
        int snapshots = keeping.landing()
                .map(time -> deleteLanding(now.minus(time)) + deleteAside(time))
                .orElse(0);
        return new Retained(snapshots, days);
    }

    private int dropDays(Optional<Publication> base, Instant now, RunLog log) {
        Draft draft = workshop.draft(base);
        int dropped = drop(draft, REFUSED, oldest(now, keeping.landing()));
        for (String table : NAMES) {
            dropped += drop(draft, table, oldest(now, keeping.names()));
        }
        oldest(now, keeping.names()).ifPresent(oldest -> dropMonths(draft, oldest));
        Optional<LocalDate> detailed = oldest(now, keeping.silver())
                .filter(first ->
                        draft.standing().firstDetailed().filter(first::equals).isEmpty())
                .filter(first -> draft.dates().stream().anyMatch(date -> date.isBefore(first)));
        if (detailed.isPresent()) {
            dropped += OBSERVATIONS.stream()
                    .mapToInt(table -> drop(draft, table, detailed))
                    .max()
                    .orElseThrow();
            draft.stand(draft.standing().withDetailFrom(detailed.get()));
        }
        if (dropped > 0) {
            log.published(workshop.publish(draft), 0);
        }
        return dropped;
    }

    private static int drop(Draft draft, String table, Optional<LocalDate> oldest) {
        List<LocalDate> gone = draft.dates().stream()
                .filter(date -> oldest.filter(date::isBefore).isPresent())
                .filter(date -> !draft.day(date).files(table).isEmpty())
                .toList();
        gone.forEach(date -> draft.setFiles(date, table, List.of()));
        return gone.size();
    }

    /** Lets go of the months that hold names of a day before the oldest; what is left of them has its days. */
    private static void dropMonths(Draft draft, LocalDate oldest) {
        List.copyOf(draft.periods(NAMES_BY_MONTH)).stream()
                .map(TableFile::unit)
                .filter(unit -> unit.compareTo(Target.unit(YearMonth.from(oldest))) < 0
                        || unit.equals(Target.unit(YearMonth.from(oldest))) && oldest.getDayOfMonth() > 1)
                .forEach(unit -> draft.setPeriod(NAMES_BY_MONTH, unit, Optional.empty()));
    }

    /** Files whose snapshots are in the tables, or known as partial or failed, and were received before the moment. */
    private int deleteLanding(Instant before) {
        Landing landing = new Landing(workshop.store);
        Publication current = workshop.ledger.current().orElseThrow();
        int deleted = 0;
        for (Landing.Landed landed : landing.list()) {
            boolean isOld = workshop.ledger.day(current, landed.snapshot().date()).snapshots().stream()
                    .filter(entry -> entry.key().equals(landed.key()))
                    .map(DayLedger.Entry::crawl)
                    .map(CrawlRecord::endedAt)
                    .anyMatch(before::isAfter);
            if (isOld) {
                workshop.store.delete(landed.key());
                deleted++;
            }
        }
        landing.failures().forEach((key, failure) -> {
            if (failure.endedAt().isBefore(before) && isKnown(current, failure)) {
                workshop.store.delete(key);
            }
        });
        return deleted;
    }

    private boolean isKnown(Publication current, FailedCrawl failure) {
        LocalDate date = SnapshotId.at(failure.snapshotAt()).date();
        return workshop.ledger.day(current, date).failures().contains(failure);
    }

    private int deleteAside(Duration time) {
        Instant before = workshop.ledger.clock().instant().minus(time);
        List<Store.Stored> old = workshop.store.list("aside/").stream()
                .filter(stored -> stored.putAt().isBefore(before))
                .toList();
        old.forEach(stored -> workshop.store.delete(stored.key()));
        return (int)
                old.stream().filter(stored -> stored.key().endsWith(".parquet")).count();
    }

    private static Optional<LocalDate> oldest(Instant now, Optional<Duration> time) {
        return time.map(now::minus).map(moment -> SnapshotId.at(moment).date());
    }

    /** What is simulated has a time of its own. */
    private Instant now(Publication base) {
        Draft draft = workshop.draft(Optional.of(base));
        return draft.newestSnapshot()
                .flatMap(at ->
                        draft.day(SnapshotId.at(at).date()).complete().stream().reduce((one, other) -> other))
                .filter(CrawlRecord::simulated)
                .map(crawl -> crawl.snapshotAt().plusSeconds(crawl.cadenceSeconds()))
                .orElseGet(workshop.ledger.clock()::instant);
    }
}
