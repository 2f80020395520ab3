package io.streamgauge.web;

import io.streamgauge.analytics.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A lake in which everything has happened once. */
final class FakeStatus {

    private FakeStatus() {}

    static Status eventful(Status quiet) {
        Instant newest = FakeAnalytics.NEWEST;
        Status.Crawl crawl = new Status.Crawl(
                newest.plusSeconds(2),
                newest.plusSeconds(48),
                45.5,
                "languages",
                1_010,
                100_500,
                12,
                98_000,
                400,
                130,
                0.9947,
                3,
                Map.of("200", 1_040, "429", 2),
                1_042,
                1.25,
                Map.of("en", 60_000, "de", 9_000),
                null);
        Status.Work done = new Status.Work(
                "transform",
                newest.plusSeconds(50),
                newest.plusSeconds(64),
                1,
                "done",
                null,
                1,
                1,
                LocalDate.parse("2026-11-22"),
                LocalDate.parse("2026-11-22"),
                98_400);
        Status.Work failed = new Status.Work(
                "transform",
                newest.minusSeconds(850),
                newest.minusSeconds(840),
                1,
                "failed",
                "The disk is full",
                1,
                0,
                null,
                null,
                0);
        return new Status(
                quiet.dataVersion(),
                quiet.publishedAt(),
                quiet.now(),
                quiet.newest(),
                Optional.of(crawl),
                quiet.cadenceSeconds(),
                new Status.Slots(1_344, 1_339, 1, 1, 1, 5, 2),
                List.of(
                        Instant.parse("2026-11-22T09:45:00Z"),
                        Instant.parse("2026-11-22T09:30:00Z"),
                        Instant.parse("2026-11-22T09:15:00Z"),
                        Instant.parse("2026-11-20T09:30:00Z"),
                        Instant.parse("2026-11-20T09:15:00Z")),
                List.of(new Status.Partial(Instant.parse("2026-11-22T09:30:00Z"), "the listing broke off")),
                List.of(
                        new Status.Trouble(Instant.parse("2026-11-22T09:45:00Z"), "failed", "no token"),
                        new Status.Trouble(Instant.parse("2026-11-22T09:30:00Z"), "partial", "the listing broke off"),
                        new Status.Trouble(Instant.parse("2026-11-20T09:30:00Z"), "set_apart", "too few rows")),
                List.of(done, failed),
                List.of(
                        new Status.Expectation(
                                "viewers_fit",
                                "quarantine",
                                "Viewers are a number below a hundred million.",
                                672,
                                2,
                                5,
                                newest,
                                "viewer_count is 9e9"),
                        new Status.Expectation("rows_are_many", "fail", "There are rows.", 672, 0, 0, null, null)),
                List.of(new Status.Older(
                        "gold_game_metrics", 2, LocalDate.parse("2026-11-01"), LocalDate.parse("2026-11-02"))),
                1,
                quiet.engine(),
                quiet.tables(),
                quiet.simulated());
    }
}
