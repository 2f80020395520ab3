package io.streamgauge.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SlotsTest {

    private static final LocalDate DAY = LocalDate.parse("2026-01-05");

    @Test
    void aSlotIsWhatCameOfItAtBest() {
        DayLedger day = new DayLedger(
                DAY,
                List.of(
                        entry("10:00", 900, true),
                        entry("10:15", 900, false),
                        entry("10:15", 900, true),
                        entry("10:31", 900, false),
                        new DayLedger.Entry("x", 1, crawl("10:45", 900, true), List.of("viewers_differ"))),
                Map.of(),
                List.of(failed("11:00", 900), failed("10:00", 900)));

        assertThat(slots(day, "11:32", List.of(failed("11:15", 900))))
                .containsExactly(
                        "10:00 COMPLETE null",
                        "10:15 COMPLETE null",
                        "10:30 PARTIAL cut short",
                        "10:45 SET_APART viewers_differ",
                        "11:00 FAILED no network",
                        "11:15 FAILED no network");
    }

    @Test
    void aChangedCadenceDoesNotChangeThePast() {
        DayLedger day = new DayLedger(
                DAY,
                List.of(
                        entry("10:00", 900, true),
                        entry("10:45", 900, true),
                        entry("11:00", 300, true),
                        entry("11:05", 300, true),
                        entry("11:20", 600, true)),
                Map.of());

        assertThat(slots(day, "11:40", List.of()))
                .containsExactly(
                        "10:00 COMPLETE null",
                        "10:15 MISSING null",
                        "10:30 MISSING null",
                        "10:45 COMPLETE null",
                        "11:00 COMPLETE null",
                        "11:05 COMPLETE null",
                        "11:10 MISSING null",
                        "11:15 MISSING null",
                        "11:20 COMPLETE null",
                        "11:30 MISSING null");
    }

    @Test
    void withoutAnyTryThereAreNone() {
        assertThat(slots(DayLedger.empty(DAY), "12:00", List.of())).isEmpty();
    }

    private static List<String> slots(DayLedger day, String until, List<FailedCrawl> failures) {
        return Slots.of(List.of(day), failures, at(until)).stream()
                .map(slot -> slot.at().toString().substring(11, 16) + " " + slot.state() + " " + slot.reason())
                .toList();
    }

    private static DayLedger.Entry entry(String time, long cadence, boolean complete) {
        return new DayLedger.Entry(time + complete, 1, crawl(time, cadence, complete));
    }

    private static CrawlRecord crawl(String time, long cadence, boolean complete) {
        return new CrawlRecord(
                at(time),
                at(time),
                at(time),
                cadence,
                "walk",
                complete,
                complete ? null : "cut short",
                1,
                1,
                0,
                0,
                0,
                Map.of(),
                0,
                false);
    }

    private static FailedCrawl failed(String time, long cadence) {
        return new FailedCrawl(at(time), at(time), at(time), cadence, "no network");
    }

    private static Instant at(String time) {
        return Instant.parse("2026-01-05T" + time + ":00Z");
    }
}
