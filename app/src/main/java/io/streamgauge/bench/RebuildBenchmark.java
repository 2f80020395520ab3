package io.streamgauge.bench;

import io.streamgauge.engine.TransformListener;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** {@code transform --rebuild} of whole days from landing, beside one query that reads, sorts and writes the same rows. */
final class RebuildBenchmark implements Benchmark {

    private static final int SNAPSHOTS_A_DAY = 96;

    /** Seconds that Spark 4.2.0 on two cores takes for a day of 100,000 live streams; see docs/decisions. */
    private static final double YARDSTICK_SECONDS = 99;

    private static final int YARDSTICK_STREAMS = 100_000;

    @Override
    public String name() {
        return "rebuild";
    }

    @Override
    public String description() {
        return "Every table of --days recomputed from landing, beside a query that only reads, sorts and writes the rows.";
    }

    @Override
    public List<Figure> run(Bench bench) {
        List<Figure> figures = new ArrayList<>();
        int days = bench.days();
        try (BenchLake lake = BenchLake.open(bench.lake("rebuild", days), bench)) {
            for (int day = 0; day < days; day++) {
                if (!lake.hasLanded(day)) {
                    lake.say("Landing day " + (day + 1) + " of " + days);
                    lake.land(day, 0, SNAPSHOTS_A_DAY);
                }
            }
            lake.say("Sorting by one query");
            double sorting = Bench.seconds(() -> {
                for (int day = 0; day < days; day++) {
                    LocalDate date = MadeWorld.firstDay().plusDays(day);
                    Path rows = lake.sortByOneQuery(date);
                    new Folder(rows).close();
                }
            });
            lake.say("Rebuilding");
            double before = Bench.processorSeconds();
            double rebuild = Bench.seconds(() -> lake.transformer.rebuild(TransformListener.SILENT));
            figures.add(new Figure(name(), "a day", rebuild / days, "s"));
            figures.add(new Figure(name(), "processor time a day", (Bench.processorSeconds() - before) / days, "s"));
            figures.add(new Figure(name(), "observations", lake.rows("silver_stream_updates"), "rows"));
            figures.add(new Figure(name(), "one query that reads, sorts and writes a day", sorting / days, "s"));
            figures.add(new Figure(name(), "as many times that query", rebuild / sorting, "x"));
            if (bench.streams() == YARDSTICK_STREAMS) {
                figures.add(new Figure(name(), "faster than the yardstick", YARDSTICK_SECONDS * days / rebuild, "x"));
            }
        }
        return figures;
    }
}
