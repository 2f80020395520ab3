package io.streamgauge.web.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.MarkdownTable;
import io.streamgauge.Repository;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The dashboard and the alerts ask for metrics and labels that there are. */
final class WatchingFilesTest {

    private static final String DASHBOARD = "deploy/grafana/streamgauge.json";
    private static final String ALERTS = "deploy/prometheus/alerts.yml";
    private static final Pattern NAME = Pattern.compile("\\b(streamgauge|jvm|process|system)_\\w+");
    private static final Pattern SELECTOR = Pattern.compile("\\b(streamgauge_\\w+)\\{([^}]*)}");
    private static final Pattern LABEL = Pattern.compile("(\\w+)\\s*=");

    @ParameterizedTest
    @ValueSource(strings = {DASHBOARD, ALERTS})
    void everyMetricExists(String file) {
        Set<String> known = known();
        Set<String> used = new TreeSet<>();
        for (String expression : expressions(file)) {
            NAME.matcher(expression).results().forEach(name -> used.add(name.group()));
        }

        assertThat(used).hasSizeGreaterThan(5);
        assertThat(known).containsAll(used);
    }

    @ParameterizedTest
    @ValueSource(strings = {DASHBOARD, ALERTS})
    void everyLabelIsTheMetrics(String file) {
        for (String expression : expressions(file)) {
            SELECTOR.matcher(expression).results().forEach(selector -> {
                Set<String> labels = new HashSet<>(metric(selector.group(1)).labels());
                labels.addAll(List.of("instance", "job", "le"));
                LABEL.matcher(selector.group(2))
                        .results()
                        .forEach(label -> assertThat(labels).as(expression).contains(label.group(1)));
            });
        }
    }

    @Test
    void everyAlertSaysWhatIsWrongAndHowBadItIs() {
        for (JsonNode rule : rules()) {
            String alert = rule.path("alert").asString();
            assertThat(rule.path("labels").path("severity").asString())
                    .as(alert)
                    .isIn("warning", "critical");
            assertThat(rule.path("annotations").path("summary").asString())
                    .as(alert)
                    .endsWith(".");
            assertThat(rule.path("annotations").path("description").asString())
                    .as(alert)
                    .isNotEmpty();
        }
    }

    private static List<String> expressions(String file) {
        List<String> expressions = new ArrayList<>();
        if (file.equals(ALERTS)) {
            rules().forEach(rule -> expressions.add(rule.path("expr").asString()));
        } else {
            JsonNode dashboard = JsonMapper.shared().readTree(Repository.read(DASHBOARD));
            dashboard.findValuesAsString("expr").forEach(expressions::add);
            dashboard.findValues("query").stream()
                    .filter(JsonNode::isString)
                    .map(JsonNode::asString)
                    .forEach(expressions::add);
            expressions.add(dashboard.at("/templating/list/1/query/query").asString());
        }
        return expressions;
    }

    private static JsonNode rules() {
        return new YAMLMapper()
                .readTree(Repository.read(ALERTS))
                .path("groups")
                .get(0)
                .path("rules");
    }

    /** Those of the page, which other tests hold to the code, with the parts of histograms. */
    private static Set<String> known() {
        Set<String> known = new HashSet<>();
        for (String heading : List.of("## Streamgauge", "## Java")) {
            MarkdownTable.under(heading, Repository.read("docs/metrics.md"))
                    .forEach(row -> known.addAll(MarkdownTable.code(row.get(0))));
        }
        for (Metric metric : Metric.values()) {
            if (metric.kind() == Metric.Kind.HISTOGRAM) {
                List.of("_bucket", "_count", "_sum").forEach(part -> known.add(metric.text() + part));
            }
        }
        return known;
    }

    private static Metric metric(String name) {
        for (Metric metric : Metric.values()) {
            boolean isPart = metric.kind() == Metric.Kind.HISTOGRAM
                    && name.replaceFirst("_(bucket|count|sum)$", "").equals(metric.text());
            if (metric.text().equals(name) || isPart) {
                return metric;
            }
        }
        throw new AssertionError("There is no metric " + name);
    }
}
