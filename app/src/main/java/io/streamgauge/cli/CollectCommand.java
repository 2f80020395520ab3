package io.streamgauge.cli;

import io.streamgauge.collector.CollectResult;
import io.streamgauge.collector.CrawlListener;
import io.streamgauge.lake.CrawlRecord;
import io.streamgauge.lake.SnapshotId;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "collect",
        description = "Takes one snapshot of every live stream into the landing area.",
        footer = {"", "A partial snapshot lands too, and the exit status is 1 then."})
final class CollectCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private ConfigurationOptions options;

    @Mixin
    private TwitchOptions twitch;

    @Option(
            names = "--at",
            paramLabel = "INSTANT",
            description = "The time that the snapshot is taken for; now if not given.")
    private Instant at;

    @Option(names = "--json", description = "Prints the crawl's record as JSON.")
    private boolean json;

    CollectCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws InterruptedException {
        Configuration configuration = options.read(surroundings, twitch.flags());
        var settings = configuration.twitch().settings(configuration.places().tokenFile());
        SnapshotId snapshot = SnapshotId.at(Optional.ofNullable(at).orElseGet(surroundings.clock()::instant));
        try (OpenLake lake = OpenLake.toWrite(configuration.places(), surroundings.clock());
                Progress progress = new Progress(surroundings);
                Collecting collecting = Collecting.into(
                        lake, settings, configuration.collect(), surroundings.clock(), surroundings.waiter())) {
            CollectResult result = collecting.collector().collect(snapshot, listener(progress));
            progress.clear();
            return say(result);
        }
    }

    static CrawlListener listener(Progress progress) {
        return crawl -> progress.step(String.format(
                "Collecting: %,d streams on %,d pages, %,d of them by a second look",
                crawl.rows() - crawl.duplicates(), crawl.pages(), crawl.recovered()));
    }

    private int say(CollectResult result) {
        if (result instanceof CollectResult.AlreadyThere there) {
            Instant time = there.snapshot().at();
            surroundings
                    .out()
                    .println(
                            json
                                    ? JsonText.of(Map.of("snapshot_at", time, "already_landed", true))
                                    : "A complete snapshot of " + time + " has landed already; nothing was done");
            return 0;
        }
        CrawlRecord crawl = ((CollectResult.Landed) result).crawl();
        surroundings.out().println(json ? JsonText.of(crawl) : summary(crawl));
        if (!crawl.complete()) {
            throw new CommandException("The snapshot of " + crawl.snapshotAt() + " is partial: " + crawl.reason());
        }
        return 0;
    }

    private static String summary(CrawlRecord crawl) {
        int streams = crawl.rows() - crawl.duplicates();
        String recovered = crawl.recovered() == 0 ? "" : ", " + crawl.recovered() + " of them by a second look";
        String rate = crawl.captureRate().isEmpty()
                ? ""
                : String.format(
                        Locale.ROOT,
                        "; the listing showed %.1f %% of what was live",
                        100 * crawl.captureRate().getAsDouble());
        return "Landed the snapshot of " + crawl.snapshotAt() + ": " + streams + " streams" + recovered + ", "
                + (crawl.complete() ? "complete" : "partial") + rate;
    }
}
