package io.streamgauge.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each chart has an address of its own, and only named sites may frame it. */
final class ChartAddressesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/channels/100074?period=last-week",
                "/categories/500013?zone=Asia/Tokyo",
                "/genres/12",
                "/ages/2"
            })
    void pageLeadsToItsPictureAndToEveryFormOfItsSeries(String address) {
        try (WebServer server = WebServer.start(WebSettings.loopback(0), new FakeAnalytics())) {
            Visitor visitor = new Visitor(server);
            List<String> links = visitor.get(address)
                    .body()
                    .lines()
                    .filter(line -> line.startsWith("<a href=\"/api/v1/") || line.startsWith("<a href=\"/charts/"))
                    .map(line -> line.split("\"")[1].replace("&amp;", "&"))
                    .toList();

            assertThat(links).anyMatch(link -> link.endsWith("format=csv"));
            assertThat(links).anyMatch(link -> link.startsWith("/charts/"));
            links.stream().filter(link -> !link.contains("parquet")).forEach(link -> {
                HttpResponse<String> answer = visitor.get(link);
                assertThat(answer.statusCode()).as(link).isEqualTo(200);
                if (link.startsWith("/charts/")) {
                    assertThat(Visitor.header(answer, "Content-Type")).isEqualTo("image/svg+xml");
                    assertThat(answer.body()).startsWith("<svg xmlns=").contains("stroke=\"#0b6b8f\"");
                }
            });
        }
    }

    @Test
    void onlyNamedSitesMayFrameAChartAndNothingElse() {
        WebSettings settings = WebSettings.loopback(0).withEmbedders(List.of("https://example.org"));
        try (WebServer server = WebServer.start(settings, new FakeAnalytics());
                WebServer closed = WebServer.start(WebSettings.loopback(0), new FakeAnalytics())) {
            assertThat(policy(server, "/embed/channels/100074")).endsWith("frame-ancestors https://example.org");
            assertThat(policy(server, "/channels/100074")).endsWith("frame-ancestors 'none'");
            assertThat(policy(closed, "/embed/overview")).endsWith("frame-ancestors 'none'");
        }
    }

    @Test
    void whatCannotBeDrawnSaysWhy() {
        try (WebServer server = WebServer.start(WebSettings.loopback(0), new FakeAnalytics())) {
            assertThat(new Visitor(server).get("/embed/channels/nobody").statusCode())
                    .isEqualTo(404);
        }
    }

    private static String policy(WebServer server, String address) {
        return Visitor.header(new Visitor(server).get(address), "Content-Security-Policy");
    }
}
