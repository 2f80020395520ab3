package io.streamgauge.lambda;

import io.streamgauge.lake.CrawlRecord;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** Metrics as a line of the log, in the form that CloudWatch takes them from (its embedded metric format). */
final class Figures {

    private static final String NAMESPACE = "Streamgauge";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Figures() {}

    /** What alarms and graphs need of a crawl that landed. */
    static String line(CrawlRecord crawl, String environment, long epochMillis) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put(
                "_aws",
                Map.of(
                        "Timestamp",
                        epochMillis,
                        "CloudWatchMetrics",
                        List.of(Map.of(
                                "Namespace",
                                NAMESPACE,
                                "Dimensions",
                                List.of(List.of("Environment")),
                                "Metrics",
                                metrics()))));
        line.put("Environment", environment);
        line.put("CompleteSnapshots", crawl.complete() ? 1 : 0);
        line.put("PartialSnapshots", crawl.complete() ? 0 : 1);
        line.put("Streams", crawl.rows() - crawl.duplicates());
        line.put("CrawlSeconds", seconds(crawl));
        return JSON.writeValueAsString(line);
    }

    static double seconds(CrawlRecord crawl) {
        return Duration.between(crawl.startedAt(), crawl.endedAt()).toMillis() / 1000.0;
    }

    private static List<Map<String, String>> metrics() {
        return Stream.of("CompleteSnapshots", "PartialSnapshots", "Streams", "CrawlSeconds")
                .map(name -> Map.of("Name", name, "Unit", name.endsWith("Seconds") ? "Seconds" : "Count"))
                .toList();
    }
}
