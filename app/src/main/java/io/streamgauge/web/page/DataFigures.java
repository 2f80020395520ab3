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

    /** @param day and {@code week}: how well the newest ones are known, empty before the first snapshot */
    public List<Figure> figures(Optional<Meta> day, Optional<Meta> week) {
        List<Figure> figures = new ArrayList<>();
        status.newest()
                .ifPresent(newest -> figures.add(plain(
                        "Newest snapshot",
                        Times.clock(newest.snapshotAt()),
                        Times.weekday(newest.snapshotAt()) + ", "
                                + Times.ago(Duration.between(newest.snapshotAt(), status.now())))));
        day.ifPresent(meta -> figures.add(measured("Measured, last day", meta)));
        week.ifPresent(meta -> figures.add(measured("Measured, last week", meta)));
        Status.Slots slots = status.slots();
        figures.add(plain(
                "Slots complete",
                slots.planned() == 0 ? "–" : Numbers.percent((double) slots.complete() / slots.planned()),
                Numbers.exact(slots.complete()) + " of " + Numbers.exact(slots.planned()) + " since the first"));
        day.ifPresent(meta -> figures.add(captured("Listing showed, last day", meta)));
        week.ifPresent(meta -> figures.add(captured("Listing showed, last week", meta)));
        status.newestCrawl()
                .ifPresent(crawl -> figures.add(plain(
                        "Newest crawl",
                        Times.took(crawl.wallSeconds()),
                        Numbers.exact(crawl.rows()) + " rows on " + Numbers.exact(crawl.pages()) + " pages")));
        health.runs().stream()
                .findFirst()
                .ifPresent(run -> figures.add(plain("Newest run", took(run), run.kind() + ", " + run.outcome())));
        return figures;
    }

    private static Figure measured(String label, Meta meta) {
        String bridged = meta.bridged() > 0 ? Numbers.percent(meta.bridged()) + " bridged" : "nothing bridged";
        return plain(label, Numbers.percent(meta.coverage()), "of the time, " + bridged);
    }

    private static Figure captured(String label, Meta meta) {
        return meta.captureRate() == null
                ? plain(label, "–", "not measured")
                : plain(label, Numbers.percent(meta.captureRate()), "of the live streams");
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
                        took(run),
                        Numbers.exact(run.attempt()),
                        run.reason() == null ? run.outcome() : run.outcome() + ": " + run.reason(),
                        !run.outcome().equals("done")))
                .toList();
    }

    private static String took(Status.Work run) {
        return Times.took(Duration.between(run.startedAt(), run.endedAt()).toMillis() / 1000.0);
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
