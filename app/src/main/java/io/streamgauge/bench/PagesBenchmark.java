package io.streamgauge.bench;

import io.streamgauge.analytics.Holdings;
import io.streamgauge.analytics.LakeAnalytics;
import io.streamgauge.bench.PageLoad.Timed;
import io.streamgauge.bench.PageRequests.Request;
import io.streamgauge.duckdb.DuckDb;
import io.streamgauge.engine.Span;
import io.streamgauge.engine.TransformListener;
import io.streamgauge.web.WebServer;
import io.streamgauge.web.WebSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Pages and their addresses under load while a snapshot lands and is transformed beside it. */
final class PagesBenchmark implements Benchmark {

    private static final double PER_SECOND = 500;
    private static final double LONGEST_SECONDS = 60;
    private static final double SECONDS_A_REQUEST = 0.3;
    private static final int MOST_TROUBLES = 5;
    private static final int SNAPSHOTS_BEFORE = 60;

    @Override
    public String name() {
        return "pages";
    }

    @Override
    public String description() {
        return "Every page and its API over --days of history: first and again, one by one, then " + (int) PER_SECOND
                + " requests a second (for 0.3 s times --requests, at most 60 s) while a snapshot lands and is transformed.";
    }

    @Override
    public List<Figure> run(Bench bench) {
        List<Figure> figures = new ArrayList<>();
        try (BenchLake lake = BenchLake.open(bench.lake("pages", bench.days()), bench)) {
            lake.fill(bench.days());
            int landed = lake.landed();
            if (landed < SNAPSHOTS_BEFORE) {
                lake.say("Landing " + (SNAPSHOTS_BEFORE - landed) + " snapshots");
                lake.land(bench.days(), landed, SNAPSHOTS_BEFORE);
                lake.transformer.update(Span.EVER, TransformListener.SILENT);
                landed = SNAPSHOTS_BEFORE;
            }
            Instant from = MadeWorld.start(MadeWorld.firstDay());
            Instant to = MadeWorld.start(MadeWorld.firstDay().plusDays(bench.days()))
                    .plusSeconds(landed * MadeWorld.CADENCE_SECONDS);
            Clock clock = Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), to));
            try (DuckDb reading = lake.reading();
                    LakeAnalytics analytics = lake.analytics(reading, clock);
                    WebServer server = WebServer.start(WebSettings.loopback(0), analytics, Holdings.NONE)) {
                analytics.follow();
                measure(bench, lake, server, new PageRequests(analytics, from, to), landed, figures);
            }
        }
        return figures;
    }

    private void measure(
            Bench bench, BenchLake lake, WebServer server, PageRequests requests, int landed, List<Figure> figures) {
        lake.say("Asking for each page, first and again");
        report("first", oneByOne(server, requests.each()), figures);
        report("again", oneByOne(server, requests.each()), figures);
        double seconds = Math.min(LONGEST_SECONDS, bench.requests() * SECONDS_A_REQUEST);
        Random random = new Random(1);
        List<Request> load = IntStream.range(0, (int) (seconds * PER_SECOND))
                .mapToObj(i -> requests.random(random))
                .toList();
        lake.say("Asking " + (int) PER_SECOND + " times a second for " + seconds + " s");
        CompletableFuture<Double> beside = CompletableFuture.supplyAsync(() -> Bench.seconds(() -> {
            lake.land(bench.days(), landed, landed + 1);
            lake.transformer.update(Span.EVER, TransformListener.SILENT);
        }));
        double before = Bench.processorSeconds();
        long start = System.nanoTime();
        List<Timed> answered = new PageLoad(server.url(), load, PER_SECOND).run();
        double took = (System.nanoTime() - start) / 1e9;
        figures.add(new Figure(name(), "load, requests a second", answered.size() / took, "1/s"));
        figures.add(new Figure(name(), "load, processors busy", (Bench.processorSeconds() - before) / took, ""));
        figures.add(new Figure(name(), "load, a snapshot landed and published in", beside.join(), "s"));
        report("load", answered, figures);
        List<Timed> troubles =
                answered.stream().filter(each -> each.trouble() != null).toList();
        figures.add(new Figure(name(), "load, errors", troubles.size(), "requests"));
        troubles.stream()
                .limit(MOST_TROUBLES)
                .forEach(each -> lake.say(each.request().address() + ": " + each.trouble()));
        figures.add(new Figure(name(), "memory of the process", Memory.residentMegabytes(), "MB"));
    }

    private static List<Timed> oneByOne(WebServer server, List<Request> requests) {
        List<Timed> answered = new ArrayList<>();
        try (Connection connection = new Connection(server.url())) {
            for (Request request : requests) {
                answered.add(PageLoad.timed(connection, request, System.nanoTime()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return answered;
    }

    private void report(String when, List<Timed> answered, List<Figure> figures) {
        Map<String, List<Timed>> kinds = answered.stream()
                .collect(Collectors.groupingBy(each -> each.request().kind(), TreeMap::new, Collectors.toList()));
        kinds.forEach((kind, timed) -> add(when + ", " + kind, timed, figures));
        add(when + ", all", answered, figures);
    }

    private void add(String what, List<Timed> timed, List<Figure> figures) {
        List<Double> millis = timed.stream().map(Timed::millis).sorted().toList();
        for (int percentile : new int[] {50, 95, 99}) {
            int place = Math.min(millis.size() - 1, millis.size() * percentile / 100);
            figures.add(new Figure(name(), what + ", p" + percentile, millis.get(place), "ms"));
        }
    }
}
