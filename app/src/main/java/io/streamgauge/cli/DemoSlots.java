package io.streamgauge.cli;

import io.streamgauge.engine.Span;
import io.streamgauge.lake.CrawlRecord;
import io.streamgauge.lake.SnapshotId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The demo's week, always the same one: a slot every 15 minutes from a Monday's midnight to the next. */
record DemoSlots(LocalDate firstDay, LocalDate lastDay) {

    static final Duration CADENCE = Duration.ofMinutes(15);
    static final DemoSlots WEEK = new DemoSlots(LocalDate.parse("2026-06-01"), LocalDate.parse("2026-06-07"));

    private static final int PAGE = 100;

    /** The newest slot: the first of the day after. */
    Instant end() {
        return Span.day(lastDay).to();
    }

    List<LocalDate> daysWithoutLanding() {
        return firstDay.datesUntil(lastDay).toList();
    }

    /** The slots that lie in landing: those of the last day, and the newest. */
    List<SnapshotId> landed() {
        return Stream.concat(of(lastDay).stream(), Stream.of(SnapshotId.at(end())))
                .toList();
    }

    List<SnapshotId> of(LocalDate date) {
        Span day = Span.day(date);
        return Stream.iterate(day.from(), at -> at.isBefore(day.to()), at -> at.plus(CADENCE))
                .map(SnapshotId::at)
                .toList();
    }

    /** The record of a crawl that took no time and met no difficulty. */
    CrawlRecord crawl(SnapshotId slot, int rows) {
        int pages = page(rows);
        Instant at = slot.at();
        Map<String, Integer> calls = Map.of("200", pages);
        return new CrawlRecord(
                at,
                at,
                at,
                CADENCE.toSeconds(),
                "walk",
                true,
                null,
                pages,
                rows,
                0,
                0,
                0,
                calls,
                0,
                true,
                pages,
                new CrawlRecord.Capture(rows, 0, 0),
                null);
    }

    /** The page that a row at that place comes on. */
    static int page(int position) {
        return Math.max(1, (position + PAGE - 1) / PAGE);
    }
}
