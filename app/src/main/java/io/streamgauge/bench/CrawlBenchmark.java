package io.streamgauge.bench;

import io.streamgauge.collector.CrawlMode;
import io.streamgauge.simulator.Fault;
import io.streamgauge.simulator.LiveStream;
import io.streamgauge.simulator.World;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How fast each way of crawling is, and how much of what was live it captures, on a platform that moves meanwhile. */
final class CrawlBenchmark implements Benchmark {

    private static final Instant AT = Instant.parse("2026-06-05T14:00:00Z");
    private static final Duration CADENCE = Duration.ofMinutes(15);

    /** The crawls before, which only have to be like one, may run so many times as fast. */
    private static final double HURRY = 8;

    @Override
    public String name() {
        return "crawl";
    }

    @Override
    public String description() {
        return "Each way of crawling, at 240 ms a page and 800 points a minute: wall time, budget, and the share captured of"
                + " the streams that were live through the whole crawl. Ten minutes at 100,000 streams.";
    }

    @Override
    public List<Figure> run(Bench bench) {
        List<Figure> figures = new ArrayList<>();
        World world = World.of(1, bench.streams());
        double walk = measure("walk", CrawlMode.WALK, Set.of(), world, bench, figures);
        double languages = measure("languages", CrawlMode.LANGUAGES, Set.of(), world, bench, figures);
        figures.add(new Figure(name(), "languages against walk", languages / walk, "x"));
        measure("slow refill", CrawlMode.LANGUAGES, Set.of(Fault.SLOW_REFILL), world, bench, figures);
        return figures;
    }

    /** Seconds that the crawl took. The two before it are crawled in a hurry, the first of them in one walk. */
    private double measure(
            String what, CrawlMode mode, Set<Fault> faults, World world, Bench bench, List<Figure> figures) {
        try (Folder folder = Folder.fresh(bench.folder().resolve("crawl"))) {
            bench.progress().accept("Crawling the two snapshots before, for " + what);
            Instant before = AT.minus(CADENCE);
            crawl(folder.path(), world, CrawlMode.WALK, before.minus(CADENCE));
            crawl(folder.path(), world, mode, before);
            bench.progress().accept("Crawling " + bench.streams() + " streams, " + what);
            try (SimulatedCrawl crawl = new SimulatedCrawl(folder.path(), world, AT, 1)) {
                faults.forEach(crawl::meet);
                Set<String> through = ids(world, AT);
                SimulatedCrawl.Outcome outcome = crawl.crawl(mode, AT);
                through.retainAll(ids(world, outcome.endedAt()));
                report(what, outcome, through, figures);
                return outcome.seconds();
            }
        }
    }

    private static void crawl(Path folder, World world, CrawlMode mode, Instant at) {
        try (SimulatedCrawl crawl = new SimulatedCrawl(folder, world, at, HURRY)) {
            crawl.crawl(mode, at);
        }
    }

    private void report(String what, SimulatedCrawl.Outcome outcome, Set<String> through, List<Figure> figures) {
        double listed = share(through, outcome.listed());
        double captured = share(through, outcome.landed());
        double stated = outcome.crawl().captureRate().orElse(Double.NaN);
        add(figures, what, "wall time", outcome.seconds(), "s");
        add(figures, what, "complete", outcome.crawl().complete() ? 1 : 0, "yes/no");
        add(figures, what, "live through the crawl", through.size(), "streams");
        add(figures, what, "of them in the snapshot", 100 * captured, "%");
        add(figures, what, "of them in the listing", 100 * listed, "%");
        add(figures, what, "stated capture rate", 100 * stated, "%");
        add(figures, what, "stated less true", 100 * (stated - listed), "points");
        add(figures, what, "duplicates received", outcome.crawl().duplicates(), "rows");
        add(figures, what, "calls", outcome.calls(), "calls");
        add(figures, what, "calls beyond the budget", outcome.refused(), "calls");
        add(figures, what, "throttled", outcome.crawl().throttledSeconds(), "s");
    }

    private void add(List<Figure> figures, String crawl, String what, double value, String unit) {
        figures.add(new Figure(name(), crawl + ": " + what, value, unit));
    }

    private static Set<String> ids(World world, Instant at) {
        Set<String> ids = new HashSet<>();
        for (LiveStream stream : world.liveAt(at)) {
            ids.add(stream.id());
        }
        return ids;
    }

    private static double share(Set<String> all, Set<String> some) {
        return (double) all.stream().filter(some::contains).count() / all.size();
    }
}
