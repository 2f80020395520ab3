package io.streamgauge.cli;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.streamgauge.analytics.Status;
import io.streamgauge.model.Models;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "status", description = "Tells how fresh and how complete the lake is, and how large its tables are.")
final class StatusCommand implements Callable<Integer> {

    private static final int MOST_MISSING = 5;
    private static final int MOST_RUNS = 3;
    private static final Map<String, String> TROUBLES =
            Map.of("partial", "Partial", "set_apart", "Set apart", "failed", "Failed");

    private final Surroundings surroundings;

    @Mixin
    private ConfigurationOptions options;

    @Option(names = "--json", description = "Prints it as JSON.")
    private boolean json;

    StatusCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /**
     * What is printed.
     *
     * @param landingFrom the lake whose landing area is read along, or null
     */
    record Report(
            String environment,
            String lake,
            String landingFrom,
            @JsonUnwrapped Status status) {}

    @Override
    public Integer call() {
        Places places = options.read(surroundings).places();
        try (OpenLake lake = OpenLake.toRead(places, surroundings.clock());
                Reading reading = Reading.of(lake, Models.packed())) {
            lake.requirePublished();
            Status status = reading.analytics(surroundings.clock()).status();
            String from = places.landingFrom().map(LakePlace::toString).orElse(null);
            if (json) {
                surroundings
                        .out()
                        .println(JsonText.of(
                                new Report(places.environment(), places.lake().toString(), from, status)));
            } else {
                line(surroundings.out(), "Environment", places.environment());
                line(surroundings.out(), "Lake", places.lake().toString());
                places.landingFrom().ifPresent(other -> line(surroundings.out(), "Landing from", other.toString()));
                print(status, surroundings.out());
            }
        }
        return 0;
    }

    private void print(Status status, PrintStream out) {
        Instant now = status.simulated() ? status.now() : surroundings.clock().instant();
        status.newest().ifPresent(newest -> {
            line(out, "Newest snapshot", newest.snapshotAt() + ", " + age(newest.snapshotAt(), now));
            line(
                    out,
                    "Live then",
                    String.format(
                            "%,d viewers, %,d channels, %,d categories",
                            newest.viewers(), newest.channels(), newest.categories()));
        });
        line(out, "Published", status.publishedAt() + " as " + status.dataVersion());
        Status.Slots slots = status.slots();
        line(
                out,
                "Slots",
                slots.planned() + " planned, " + slots.complete() + " complete, " + slots.partial() + " partial, "
                        + slots.setApart() + " set apart, " + slots.failed() + " failed, " + slots.untried()
                        + " never tried");
        status.missingSlots().stream().limit(MOST_MISSING).forEach(slot -> line(out, "Missing", slot.toString()));
        status.troubledSlots().stream()
                .limit(MOST_MISSING)
                .forEach(slot -> line(out, TROUBLES.get(slot.state()), slot.at() + ": " + slot.reason()));
        status.runs().stream().limit(MOST_RUNS).forEach(run -> line(out, "Run", words(run)));
        status.olderModels()
                .forEach(table -> line(
                        out,
                        "Older model",
                        table.table() + " on " + table.days() + " days, " + table.firstDay() + " to "
                                + table.lastDay()));
        status.quality().stream()
                .filter(check -> check.failed() > 0)
                .forEach(check -> line(
                        out,
                        "Check",
                        check.expectation() + " (" + check.severity() + ") failed in " + check.failed() + " of "
                                + check.snapshots() + " snapshots; the last one is of " + check.lastFailedAt() + ": "
                                + check.detail()));
        if (status.forgotten() > 0) {
            line(out, "Forgotten", status.forgotten() + " channels");
        }
        status.newestCrawl().ifPresent(crawl -> line(out, "Newest crawl", words(crawl)));
        line(out, "Cadence", Duration.ofSeconds(status.cadenceSeconds()).toString());
        line(out, "Engine", status.engine());
        line(out, "Data", status.simulated() ? "simulated" : "from Twitch");
        out.println();
        out.printf("%-28s %14s %16s %8s%n", "table", "rows", "bytes", "files");
        status.tables()
                .forEach(table -> out.printf(
                        "%-28s %,14d %,16d %,8d%n", table.name(), table.rows(), table.bytes(), table.files()));
    }

    private static String words(Status.Work run) {
        String days = run.days() == 0 ? "" : " on " + run.days() + " days up to " + run.lastDay();
        return run.startedAt() + " " + run.kind() + " " + run.outcome()
                + (run.attempt() > 1 ? " at attempt " + run.attempt() : "") + ": " + run.snapshots() + " snapshots, "
                + run.rows() + " rows" + days + (run.reason() == null ? "" : "; " + run.reason());
    }

    private static String words(Status.Crawl crawl) {
        String capture = crawl.captureRate() == null
                ? "capture rate not measured"
                : String.format(
                        Locale.ROOT,
                        "capture rate %.2f %% (%,d recovered, about %,d missed)",
                        100 * crawl.captureRate(),
                        crawl.recovered(),
                        crawl.missed());
        return String.format(
                Locale.ROOT,
                "%s, %.0f s, %,d pages, %,d rows, %,d duplicates, %s",
                crawl.mode(),
                crawl.wallSeconds(),
                crawl.pages(),
                crawl.rows(),
                crawl.duplicates(),
                capture);
    }

    private static String age(Instant then, Instant now) {
        long minutes = Math.max(0, Duration.between(then, now).toMinutes());
        return minutes < 120 ? minutes + " minutes old" : minutes / 60 + " hours old";
    }

    private static void line(PrintStream out, String name, String text) {
        out.printf("%-16s %s%n", name, text);
    }
}
