package io.streamgauge.web.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.MarkdownTable;
import io.streamgauge.Repository;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The documentation shows our own metrics as the code names them. Where it does not, the table stands in the failure. */
final class MetricsPageTest {

    @Test
    void thePageShowsWhatTheCodeSays() {
        List<String> table = new ArrayList<>();
        for (Metric metric : Metric.values()) {
            String labels =
                    metric.labels().stream().map(label -> "`" + label + "`").collect(Collectors.joining(", "));
            table.add("| `" + metric.text() + "` | " + metric.kind().name().toLowerCase(Locale.ROOT) + " | "
                    + (labels.isEmpty() ? "–" : labels) + " | " + metric.meaning() + " |");
        }
        assertThat(Repository.read("docs/metrics.md").lines().filter(line -> line.startsWith("| `streamgauge_")))
                .as(String.join("\n", table))
                .containsExactlyElementsOf(table);
        assertThat(MarkdownTable.under("## Streamgauge", Repository.read("docs/metrics.md")))
                .hasSameSizeAs(table);
    }
}
