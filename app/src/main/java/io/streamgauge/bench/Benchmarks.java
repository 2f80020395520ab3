package io.streamgauge.bench;

import java.util.List;

/** All benchmarks, in the order in which they are run. */
public final class Benchmarks {

    public static final List<Benchmark> ALL = List.of(
            new TransformBenchmark(),
            new RebuildBenchmark(),
            new DiskBenchmark(),
            new QueriesBenchmark(),
            new ExportBenchmark(),
            new CrawlBenchmark());

    private Benchmarks() {}
}
