package io.streamgauge.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

final class HowPagesTest {

    private static final String DAY = "period=day&at=2026-11-21";

    @TempDir
    Path folder;

    @Test
    void tellsSnapshotsGapsModelsAndDefinitions() {
        FakeAnalytics analytics = new FakeAnalytics()
                .givenMissingSnapshots(Instant.parse("2026-11-21T03:00:00Z"), Instant.parse("2026-11-21T16:30:00Z"));
        try (SomeHoldings holdings = SomeHoldings.in(folder);
                WebServer server = WebServer.start(WebSettings.loopback(0), analytics, holdings.all())) {
            Visitor visitor = new Visitor(server);
            String page = visitor.get("/how?" + DAY).body();

            assertThat(page)
                    .contains(
                            "94 complete snapshots, the first of Sat 21 Nov 2026, 00:00, the last of Sat 21 Nov 2026, 23:45 UTC.")
                    .contains("2 slots between them without a complete snapshot.", "<li>Sat 21 Nov, 16:30</li>")
                    .contains(
                            "href=\"/definitions#peak-viewers\"",
                            "id=\"platform_metrics\"",
                            "id=\"silver_stream_updates\"");
            JsonNode snapshots = visitor.json("/api/v1/snapshots?" + DAY);
            assertThat(snapshots.path("count").asInt()).isEqualTo(94);
            assertThat(snapshots.path("missing").path(0).asString()).isEqualTo("2026-11-21T03:00:00Z");
            assertThat(visitor.get("/?" + DAY).body()).contains("href=\"/how?period=day&amp;at=2026-11-21\"");
        }
    }
}
