package io.streamgauge.analytics;

import io.streamgauge.engine.Span;
import io.streamgauge.engine.State;
import io.streamgauge.lake.CrawlRecord;
import io.streamgauge.lake.DayLedger;
import io.streamgauge.lake.FailedCrawl;
import io.streamgauge.lake.Slots;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Reads from the ledger what there is around a time. */
final class LakeAround {

    private final View view;
    private final State state;

    LakeAround(View view) {
        this.view = view;
        this.state = view.state();
    }

    Around of(Instant at) {
        LocalDate date = Span.day(at);
        Optional<CrawlRecord> snapshot = snapshot(at);
        return new Around(
                date,
                slots(date),
                snapshot.map(CrawlRecord::snapshotAt),
                previous(snapshot.map(CrawlRecord::snapshotAt).orElse(at)),
                next(snapshot.map(CrawlRecord::snapshotAt).orElse(at)));
    }

    /** The one that was taken last of those whose time the moment is, or else that whose slot it is. */
    private Optional<CrawlRecord> snapshot(Instant at) {
        List<CrawlRecord> near = near(Span.day(at)).stream()
                .flatMap(day -> day.complete().stream())
                .toList();
        return near.stream()
                .filter(crawl -> !crawl.snapshotAt().isAfter(at))
                .reduce((earlier, later) -> later)
                .filter(crawl -> at.isBefore(crawl.snapshotAt().plusSeconds(crawl.cadenceSeconds())))
                .or(() -> near.stream()
                        .filter(crawl -> slot(crawl.snapshotAt(), crawl) == slot(at, crawl))
                        .findFirst());
    }

    private static long slot(Instant at, CrawlRecord crawl) {
        return Math.floorDiv(at.getEpochSecond(), crawl.cadenceSeconds());
    }

    /** What is known of a day and its neighbours. */
    private List<DayLedger> near(LocalDate date) {
        return date.minusDays(1)
                .datesUntil(date.plusDays(2))
                .filter(state.dates()::contains)
                .map(state::day)
                .toList();
    }

    private List<DataHealth.Slot> slots(LocalDate date) {
        Span day = Span.day(date);
        List<FailedCrawl> failures = view.failedCrawls().stream()
                .filter(crawl -> day.widen(86_400, 86_400).holds(crawl.snapshotAt()))
                .toList();
        Instant now = view.now();
        Instant until = now.isBefore(day.to()) ? now : day.to();
        List<DataHealth.Slot> slots = new ArrayList<>(Slots.of(near(date), failures, until).stream()
                .map(LakeHealth::slot)
                .toList());
        if (now.isBefore(day.to())) {
            LakeHealth.addPlanned(slots, day.to());
        }
        return slots.stream().filter(slot -> day.holds(slot.at())).toList();
    }

    private Optional<Instant> previous(Instant at) {
        List<LocalDate> dates = new ArrayList<>(state.dates());
        Collections.reverse(dates);
        return dates.stream()
                .filter(date -> !date.isAfter(Span.day(at)))
                .flatMap(date -> state.day(date).complete().stream()
                        .map(CrawlRecord::snapshotAt)
                        .filter(at::isAfter)
                        .reduce((earlier, later) -> later)
                        .stream())
                .findFirst();
    }

    private Optional<Instant> next(Instant at) {
        return state.dates().stream()
                .filter(date -> !date.isBefore(Span.day(at)))
                .flatMap(
                        date -> state.day(date).complete().stream()
                                .map(CrawlRecord::snapshotAt)
                                .filter(at::isBefore)
                                .findFirst()
                                .stream())
                .findFirst();
    }
}
