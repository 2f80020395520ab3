package io.streamgauge.bench;

import io.streamgauge.analytics.Downloads;
import io.streamgauge.analytics.LakeDownloads;
import io.streamgauge.duckdb.DuckDb;
import io.streamgauge.duckdb.TableExport;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How long a download of all observations takes, when its first byte comes, and what memory it needs. */
final class ExportBenchmark implements Benchmark {

    private static final String TABLE = "silver_stream_updates";

    @Override
    public String name() {
        return "export";
    }

    @Override
    public String description() {
        return "A download of all observations of --days of history, in each form.";
    }

    @Override
    public List<Figure> run(Bench bench) {
        List<Figure> figures = new ArrayList<>();
        try (BenchLake lake = BenchLake.open(bench.lake("history", bench.days()), bench)) {
            lake.fill(bench.days());
            try (DuckDb copying = lake.copying()) {
                TableExport export = new TableExport(copying, lake.models, lake.store, lake.ledger);
                Downloads downloads = new LakeDownloads(export, lake.models, lake.scratch());
                for (Downloads.Form form : Downloads.Form.values()) {
                    lake.say("Downloading as " + form);
                    measure(downloads, form, figures);
                }
            }
            figures.add(new Figure(name(), "memory of the process", Memory.residentMegabytes(), "MB"));
        }
        return figures;
    }

    private void measure(Downloads downloads, Downloads.Form form, List<Figure> figures) {
        Counting counting = new Counting();
        long rows;
        try {
            rows = downloads.write(TABLE, Optional.empty(), form, Map.of(), counting);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String what = form.name().toLowerCase(Locale.ROOT);
        figures.add(new Figure(name(), what + ", rows", rows, "rows"));
        figures.add(new Figure(name(), what + ", size", counting.bytes / 1e6, "MB"));
        figures.add(new Figure(name(), what + ", first rows after", counting.firstRows(), "s"));
        figures.add(new Figure(name(), what + ", all", counting.sinceStart(), "s"));
        figures.add(new Figure(name(), what + ", largest heap", counting.largestHeap / 1e6, "MB"));
    }

    /** Takes what is sent, and looks at the heap meanwhile. */
    private static final class Counting extends OutputStream {

        private static final int SMALLEST_ROWS = 2;

        private final long start = System.nanoTime();
        private long first;
        private long bytes;
        private long largestHeap;

        @Override
        public void write(int one) {
            count(1);
        }

        @Override
        public void write(byte[] content, int from, int length) {
            count(length);
        }

        private void count(int length) {
            bytes += length;
            if (first == 0 && bytes > SMALLEST_ROWS) {
                first = System.nanoTime();
            }
            Runtime runtime = Runtime.getRuntime();
            largestHeap = Math.max(largestHeap, runtime.totalMemory() - runtime.freeMemory());
        }

        double firstRows() {
            return (first - start) / 1e9;
        }

        double sinceStart() {
            return (System.nanoTime() - start) / 1e9;
        }
    }
}
