package io.streamgauge.bench;

import io.streamgauge.analytics.LabelKind;
import io.streamgauge.analytics.LakeAnalytics;
import io.streamgauge.bench.Requests.Request;
import io.streamgauge.duckdb.DuckDb;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/** How long random requests take over a long history, after some others have warmed the caches; and whether they are right. */
final class QueriesBenchmark implements Benchmark {

    private static final int MOST_WARMING = 30;
    private static final int MOST_CHECKED = 8;
    private static final int CHANNELS = 1000;

    @Override
    public String name() {
        return "queries";
    }

    @Override
    public String description() {
        return "Random rankings of channels, categories and genres for standard and for any periods, and channels' years, over"
                + " --days of history; some are compared with a scan of silver.";
    }

    @Override
    public List<Figure> run(Bench bench) {
        List<Figure> figures = new ArrayList<>();
        try (BenchLake lake = BenchLake.open(bench.lake("history", bench.days()), bench)) {
            lake.fill(bench.days());
            lake.learn();
            Instant from = MadeWorld.start(MadeWorld.firstDay());
            Instant to = MadeWorld.start(MadeWorld.firstDay().plusDays(bench.days()));
            try (DuckDb reading = lake.reading();
                    LakeAnalytics analytics = lake.analytics(reading)) {
                measure("channels, standard periods", lake, bench, figures, seed -> {
                    Requests requests = new Requests(seed, analytics, from, to);
                    return () -> rank(analytics, requests.standard());
                });
                measure("categories, standard periods", lake, bench, figures, seed -> {
                    Requests requests = new Requests(seed, analytics, from, to);
                    return () -> rankCategories(analytics, requests.standard());
                });
                measure("channels, any period", lake, bench, figures, seed -> {
                    Requests requests = new Requests(seed, analytics, from, to);
                    return () -> rank(analytics, requests.arbitrary());
                });
                measure("categories, any period", lake, bench, figures, seed -> {
                    Requests requests = new Requests(seed, analytics, from, to);
                    return () -> rankCategories(analytics, requests.arbitrary());
                });
                measure("genres, standard periods", lake, bench, figures, seed -> {
                    Requests requests = new Requests(seed, analytics, from, to);
                    return () -> rankGenres(analytics, requests.standard());
                });
                measure("genres, any period", lake, bench, figures, seed -> {
                    Requests requests = new Requests(seed, analytics, from, to);
                    return () -> rankGenres(analytics, requests.arbitrary());
                });
                List<Long> channels = new BruteForce(reading, lake).channels(from, CHANNELS);
                measure("a channel's year", lake, bench, figures, seed -> {
                    Requests requests = new Requests(seed, analytics, from, to);
                    return () -> analytics.channel(
                            String.valueOf(channels.get(requests.below(channels.size()))), requests.year());
                });
                figures.add(new Figure(name(), "memory of the process", Memory.residentMegabytes(), "MB"));
                int checked = Math.min(MOST_CHECKED, bench.requests());
                check(analytics, new BruteForce(reading, lake), new Requests(3, analytics, from, to), lake, checked);
                figures.add(new Figure(name(), "answers equal to a scan of silver", 2.0 * checked, "answers"));
            }
        }
        return figures;
    }

    private interface Asking {
        Runnable from(long seed);
    }

    private void measure(String what, BenchLake lake, Bench bench, List<Figure> figures, Asking asking) {
        lake.say("Asking for " + what);
        Runnable warming = asking.from(1);
        for (int times = 0; times < Math.min(MOST_WARMING, bench.requests()); times++) {
            warming.run();
        }
        Runnable asked = asking.from(2);
        List<Double> millis = new ArrayList<>();
        for (int times = 0; times < bench.requests(); times++) {
            millis.add(Bench.seconds(asked::run) * 1000);
        }
        Collections.sort(millis);
        lake.say("Answered in %.0f ms, 19 of 20 in %.0f ms"
                .formatted(millis.get(bench.requests() / 2), millis.get(bench.requests() * 95 / 100)));
        figures.add(new Figure(name(), what + ", median", millis.get(bench.requests() / 2), "ms"));
        figures.add(new Figure(name(), what + ", 95th percentile", millis.get(bench.requests() * 95 / 100), "ms"));
        figures.add(new Figure(name(), what + ", slowest", millis.get(bench.requests() - 1), "ms"));
    }

    private static void check(
            LakeAnalytics analytics, BruteForce silver, Requests requests, BenchLake lake, int checked) {
        List<Consumer<Request>> checks = List.of(
                request -> silver.compareChannels(analytics.channels(request.period(), request.query()), request),
                request -> silver.compareCategories(analytics.categories(request.period(), request.query()), request));
        for (int times = 0; times < checked; times++) {
            for (Consumer<Request> check : checks) {
                lake.say("Comparing " + (times + 1) + " of " + checked);
                check.accept(times % 2 == 0 ? requests.standard() : requests.arbitrary());
            }
        }
    }

    private static void rank(LakeAnalytics analytics, Request request) {
        analytics.channels(request.period(), request.query());
    }

    private static void rankGenres(LakeAnalytics analytics, Request request) {
        analytics.labels(LabelKind.GENRE, request.period(), request.query());
    }

    private static void rankCategories(LakeAnalytics analytics, Request request) {
        analytics.categories(request.period(), request.query());
    }
}
