package io.streamgauge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class BenchIT {

    @TempDir
    Path folder;

    @Test
    void measuresATransformAndARebuild() {
        Map<String, Double> figures = bench("transform", "rebuild");

        assertThat(figures)
                .containsKeys("transform median with 1 day s", "transform median with 2 days s", "transform ratio x");
        assertThat(figures.get("rebuild observations rows")).isBetween(2 * 96 * 100.0, 2 * 96 * 500.0);
    }

    @Test
    void measuresDownloads() {
        Map<String, Double> figures = bench("disk", "export");

        double rows = figures.get("disk observations rows");
        assertThat(figures.get("export csv, rows rows")).isEqualTo(rows);
        assertThat(figures.get("export json, rows rows")).isEqualTo(rows);
        assertThat(figures.get("export parquet, rows rows")).isEqualTo(rows);
        assertThat(figures.get("export csv, first rows after s")).isLessThan(figures.get("export csv, all s"));
    }

    @Test
    void asksForPagesWhileASnapshotIsTransformed() {
        Map<String, Double> figures = bench("disk", "pages");

        assertThat(figures.get("pages load, errors requests")).isZero();
        assertThat(figures).containsKeys("pages first, overview, p95 ms", "pages again, channel, API, p99 ms");
        assertThat(figures.get("pages load, all, p99 ms")).isPositive();
    }

    /** After four weeks days come again, and are adopted with their figures. */
    @Test
    void measuresSizesAndAnswersThatEqualAScanOfSilver() {
        Map<String, Double> figures = bench(33, "disk", "queries");

        assertThat(figures.get("disk silver an observation bytes")).isBetween(1.0, 12.0);
        assertThat(figures).containsKey("queries channels, any period, 95th percentile ms");
        assertThat(figures.get("queries answers equal to a scan of silver answers"))
                .isEqualTo(8);
    }

    private Map<String, Double> bench(String... names) {
        return bench(2, names);
    }

    private Map<String, Double> bench(int days, String... names) {
        String[] options = {
            "bench", names[0], names[1], "--streams", "200", "--days", "" + days, "--requests", "4", "--json"
        };
        Shell.Result result = new Shell(folder).run(options);
        assertThat(result.status()).as(String.join("\n", result.err())).isZero();
        Map<String, Double> figures = new LinkedHashMap<>();
        for (JsonNode figure : new JsonMapper().readTree(String.join("\n", result.out()))) {
            figures.put(
                    figure.path("benchmark").asString() + " "
                            + figure.path("name").asString() + " "
                            + figure.path("unit").asString(),
                    figure.path("value").asDouble());
        }
        return figures;
    }
}
