package io.streamgauge.web.page;

import io.streamgauge.analytics.DataHealth;
import io.streamgauge.analytics.Meta;
import io.streamgauge.analytics.Status;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says the state of the lake in the words and figures of its page. */
public final class DataFigures {

    private final Status status;
    private final DataHealth health;

    public DataFigures(Status status, DataHealth health) {
        this.status = status;
        this.health = health;
    }

    /**
     * How well a stretch of time up to now is known.
     *
     * @param name last day
     * @param dataHref the address of the API that tells so
     */
    public record Window(String name, Meta meta, String dataHref) {}

    /** @param day and {@code week}: the newest ones, empty before the first snapshot */
    public List<Figure> figures(Optional<Window> day, Optional<Window> week) {
        List<Figure> figures = new ArrayList<>();
        status.newest()
                .ifPresent(newest -> figures.add(plain(
                                "Newest snapshot",
                                Times.clock(newest.snapshotAt()),
                                Times.weekday(newest.snapshotAt()) + ", "
                                        + Times.ago(Duration.between(newest.snapshotAt(), status.now())))
                        .at("newest/snapshot_at")
                        .noting("newest/snapshot_at age_seconds")));
        day.map(DataFigures::measured).ifPresent(figures::add);
        week.map(DataFigures::measured).ifPresent(figures::add);
        Status.Slots slots = status.slots();
        figures.add(plain(
                        "Slots complete",
                        slots.completeShare() == null ? "–" : Numbers.percent(slots.completeShare()),
                        Numbers.exact(slots.complete()) + " of " + Numbers.exact(slots.planned()) + " since the first")
                .at("slots/complete_share")
                .noting("slots/complete slots/planned"));
        day.map(DataFigures::captured).ifPresent(figures::add);
        week.map(DataFigures::captured).ifPresent(figures::add);
        status.newestCrawl()
                .ifPresent(crawl -> figures.add(plain(
                                "Newest crawl",
                                Times.took(crawl.wallSeconds()),
                                Numbers.exact(crawl.rows()) + " rows on " + Numbers.exact(crawl.pages()) + " pages")
                        .at("newest_crawl/wall_seconds")
                        .noting("newest_crawl/rows newest_crawl/pages")));
        health.runs().stream()
                .findFirst()
                .ifPresent(run -> figures.add(
                        plain("Newest run", Times.took(run.wallSeconds()), run.kind() + ", " + run.outcome())
                                .at("runs/0/wall_seconds")));
        return figures;
    }

    private static Figure measured(Window window) {
        Meta meta = window.meta();
        String bridged = meta.bridged() > 0 ? Numbers.percent(meta.bridged()) + " bridged" : "nothing bridged";
        return plain("Measured, " + window.name(), Numbers.percent(meta.coverage()), "of the time, " + bridged)
                .at("meta/coverage")
                .noting("meta/bridged")
                .answeredBy(window.dataHref());
    }

    private static Figure captured(Window window) {
        String label = "Listing showed, " + window.name();
        Double rate = window.meta().captureRate();
        return (rate == null
                        ? plain(label, "–", "not measured")
                        : plain(label, Numbers.percent(rate), "of the live streams"))
                .at("meta/capture_rate")
                .answeredBy(window.dataHref());
    }

    private static Figure plain(String label, String value, String note) {
        return new Figure(label, value, value, Optional.empty(), note);
    }

    public String staleness() {
        Freshness freshness = Freshness.of(status);
        return freshness.isStale()
                ? "The newest snapshot is from " + freshness.snapshot() + " UTC, " + freshness.age()
                        + freshness.warning() + "."
                : "";
    }

    public List<DataPage.Fact> crawl() {
        return status.newestCrawl().map(CrawlFacts::of).orElse(List.of());
    }

    public List<DataPage.Run> runs() {
        return health.runs().stream()
                .map(run -> new DataPage.Run(
                        Times.moment(run.startedAt()),
                        run.kind(),
                        days(run),
                        Numbers.exact(run.snapshots()),
                        Numbers.exact(run.rows()),
                        Times.took(run.wallSeconds()),
                        Numbers.exact(run.attempt()),
                        run.reason() == null ? run.outcome() : run.outcome() + ": " + run.reason(),
                        !run.outcome().equals("done")))
                .toList();
    }

    private static String days(Status.Work run) {
        if (run.firstDay() == null) {
            return "none";
        }
        String first = weekday(run.firstDay());
        return run.days() == 1
                ? first
                : Numbers.exact(run.days()) + " days, " + first + " to " + weekday(run.lastDay());
    }

    private static String weekday(LocalDate date) {
        return Times.weekday(date.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    public List<DataPage.Broken> broken() {
        return status.quality().stream()
                .filter(check -> check.failed() > 0)
                .map(check -> new DataPage.Broken(
                        check.sentence().isEmpty() ? check.expectation() : check.sentence(),
                        consequence(check.severity()),
                        Numbers.exact(check.failed()) + " of " + Numbers.exact(check.snapshots()),
                        Numbers.exact(check.broken()),
                        check.lastFailedAt() == null ? "" : Times.moment(check.lastFailedAt()),
                        check.detail() == null ? "" : check.detail()))
                .toList();
    }

    private static String consequence(String severity) {
        return switch (severity) {
            case "fail" -> "keeps the snapshot out of all figures";
            case "quarantine" -> "keeps the rows out of all figures";
            default -> "warns";
        };
    }

    public String met() {
        long met =
                status.quality().stream().filter(check -> check.failed() == 0).count();
        if (status.quality().isEmpty()) {
            return "Nothing was checked in the last seven days.";
        }
        return met == status.quality().size()
                ? "All " + met + " expectations of the last seven days' snapshots are met."
                : Numbers.exact(met) + " of " + status.quality().size()
                        + " expectations of the last seven days' snapshots are met.";
    }
}
