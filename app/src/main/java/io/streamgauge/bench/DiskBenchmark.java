package io.streamgauge.bench;

import io.streamgauge.lake.DayLedger;
import io.streamgauge.lake.Publication;
import io.streamgauge.lake.TableFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How large the tables are, and how large a year of them would be. */
final class DiskBenchmark implements Benchmark {

    private static final double MEGABYTE = 1e6;
    private static final double DAYS_A_YEAR = 365;

    @Override
    public String name() {
        return "disk";
    }

    @Override
    public String description() {
        return "The size of --days of history by table, in bytes an observation, and of a year at that rate.";
    }

    @Override
    public List<Figure> run(Bench bench) {
        List<Figure> figures = new ArrayList<>();
        try (BenchLake lake = BenchLake.open(bench.lake("history", bench.days()), bench)) {
            lake.fill(bench.days());
            TreeMap<String, Long> bytes = new TreeMap<>();
            Publication publication = lake.ledger.current().orElseThrow();
            publication.days().keySet().forEach(date -> add(bytes, lake.ledger.day(publication, date)));
            publication.periods().forEach((table, files) -> bytes.merge(table, size(files), Long::sum));
            double all = bytes.values().stream().mapToLong(Long::longValue).sum();
            double observations = lake.rows("silver_stream_updates");
            figures.add(new Figure(name(), "observations", observations, "rows"));
            bytes.forEach((table, size) -> figures.add(new Figure(name(), table, size / MEGABYTE, "MB")));
            figures.add(new Figure(
                    name(), "silver an observation", bytes.get("silver_stream_updates") / observations, "bytes"));
            figures.add(new Figure(name(), "all tables an observation", all / observations, "bytes"));
            figures.add(new Figure(name(), "all tables", all / MEGABYTE, "MB"));
            figures.add(new Figure(
                    name(), "all tables, projected to a year", all / MEGABYTE / bench.days() * DAYS_A_YEAR, "MB"));
        }
        return figures;
    }

    private static void add(Map<String, Long> bytes, DayLedger day) {
        day.tables().forEach((table, files) -> bytes.merge(table, size(files), Long::sum));
    }

    private static long size(List<TableFile> files) {
        return files.stream().mapToLong(TableFile::bytes).sum();
    }
}
