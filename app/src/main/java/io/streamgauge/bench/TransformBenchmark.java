package io.streamgauge.bench;

import io.streamgauge.engine.Span;
import io.streamgauge.engine.TransformListener;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** One more snapshot, from landing to published, with one day of history and with all of it. */
final class TransformBenchmark implements Benchmark {

    private static final int SNAPSHOTS_BEFORE = 60;
    private static final int SNAPSHOTS = 5;

    @Override
    public String name() {
        return "transform";
    }

    @Override
    public String description() {
        return "One more snapshot, from landing to published, in the afternoon of a day, with one day of history and with"
                + " --days.";
    }

    @Override
    public List<Figure> run(Bench bench) {
        List<Figure> figures = new ArrayList<>();
        double one = measure(bench, 1, figures);
        if (bench.days() > 1) {
            figures.add(new Figure(name(), "ratio", measure(bench, bench.days(), figures) / one, "x"));
        }
        return figures;
    }

    private double measure(Bench bench, int days, List<Figure> figures) {
        try (Folder folder = Folder.fresh(bench.lake("transform", days));
                BenchLake lake = BenchLake.open(folder.path(), bench)) {
            lake.fill(days);
            lake.say("Landing " + (SNAPSHOTS_BEFORE + SNAPSHOTS) + " snapshots");
            lake.land(days, 0, SNAPSHOTS_BEFORE);
            lake.transformer.update(Span.EVER, TransformListener.SILENT);
            List<Double> seconds = new ArrayList<>();
            List<Double> processor = new ArrayList<>();
            IntStream.range(0, SNAPSHOTS).forEach(number -> {
                lake.land(days, SNAPSHOTS_BEFORE + number, SNAPSHOTS_BEFORE + number + 1);
                double before = Bench.processorSeconds();
                seconds.add(Bench.seconds(() -> lake.transformer.update(Span.EVER, TransformListener.SILENT)));
                processor.add(Bench.processorSeconds() - before);
                lake.say("Published in " + seconds.get(number) + " s");
            });
            Collections.sort(seconds);
            Collections.sort(processor);
            String with = " with " + days + (days == 1 ? " day" : " days");
            figures.add(new Figure(name(), "median" + with, seconds.get(SNAPSHOTS / 2), "s"));
            figures.add(new Figure(name(), "slowest" + with, seconds.get(SNAPSHOTS - 1), "s"));
            figures.add(new Figure(name(), "processor time" + with, processor.get(SNAPSHOTS / 2), "s"));
            return seconds.get(SNAPSHOTS / 2);
        }
    }
}
