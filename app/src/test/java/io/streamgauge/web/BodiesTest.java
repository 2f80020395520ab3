package io.streamgauge.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

final class BodiesTest {

    @Test
    void findsWhatWasKeptAndNothingElse() throws IOException {
        Bodies bodies = new Bodies();
        byte[] packed = bodies.keep("one", "Ein Körper".getBytes(StandardCharsets.UTF_8));

        assertThat(bodies.find("one")).containsSame(packed);
        assertThat(bodies.find("two")).isEmpty();
        try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            assertThat(new String(unpacked.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("Ein Körper");
        }
    }

    @Test
    void forgetsWhatWasAskedForLongestAgoWhereThereIsNoRoom() {
        Bodies bodies = new Bodies();
        Random random = new Random(1);
        for (int i = 0; i < 60; i++) {
            byte[] body = new byte[1 << 20];
            random.nextBytes(body);
            bodies.keep(String.valueOf(i), body);
            assertThat(bodies.find("0")).isPresent();
        }

        assertThat(bodies.find("1")).isEmpty();
        assertThat(bodies.find("59")).isPresent();
    }

    @Test
    void doesNotKeepWhatIsTooLarge() {
        Bodies bodies = new Bodies();
        byte[] body = new byte[3 << 20];
        new Random(1).nextBytes(body);

        assertThat(bodies.keep("large", body).length).isGreaterThan(3 << 20);
        assertThat(bodies.find("large")).isEmpty();
    }

    @Test
    void packedAnswersAreThoseOfTheNewestData() {
        FakeAnalytics analytics = new FakeAnalytics();
        try (WebServer server = WebServer.start(WebSettings.loopback(0), analytics)) {
            Visitor visitor = new Visitor(server);
            String first = Visitor.header(visitor.get("/api/v1/status", "Accept-Encoding", "gzip"), "ETag");
            assertThat(Visitor.header(visitor.get("/api/v1/status", "Accept-Encoding", "gzip"), "Content-Encoding"))
                    .isEqualTo("gzip");
            assertThat(visitor.json("/api/v1/status").path("data_version").asString())
                    .isEqualTo(analytics.dataVersion());
            analytics.givenDataVersion("the-next-one");
            assertThat(Visitor.header(visitor.get("/api/v1/status", "Accept-Encoding", "gzip"), "ETag"))
                    .isNotEqualTo(first);
        }
    }
}
