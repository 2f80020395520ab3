package io.streamgauge.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.slf4j.event.KeyValuePair;
import tools.jackson.databind.json.JsonMapper;

final class AccessLogTest {

    private static final Logger LOG = (Logger) LoggerFactory.getLogger(Served.class);
    private static final String MADE = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private final BlockingQueue<ILoggingEvent> entries = new LinkedBlockingQueue<>();
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            entries.add(event);
        }
    };
    private final WebServer server = WebServer.start(WebSettings.loopback(0), new FakeAnalytics());
    private final Visitor visitor = new Visitor(server);

    @BeforeEach
    void listen() {
        appender.setContext(LOG.getLoggerContext());
        appender.start();
        LOG.addAppender(appender);
    }

    @AfterEach
    void stop() {
        server.close();
        LOG.detachAppender(appender);
    }

    @Test
    void oneLineTellsOneRequest() throws Exception {
        HttpResponse<String> response =
                visitor.get("/api/v1/search?q=hunter2", "X-Request-Id", "abc-1", "Authorization", "Basic c2VjcmV0");

        ILoggingEvent entry = entries.poll(10, TimeUnit.SECONDS);
        Map<String, Object> told =
                entry.getKeyValuePairs().stream().collect(Collectors.toMap(pair -> pair.key, AccessLogTest::value));
        Object milliseconds = told.remove("milliseconds");
        int bytes = response.body().getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
        assertThat(told)
                .isEqualTo(Map.of(
                        "request_id",
                        "abc-1",
                        "method",
                        "GET",
                        "route",
                        "/api/v1/search",
                        "status",
                        200,
                        "bytes",
                        (long) bytes));
        assertThat(entry.getFormattedMessage())
                .isEqualTo("GET /api/v1/search 200 " + bytes + " bytes " + milliseconds + " ms abc-1");
        assertThat(entry.toString() + told).doesNotContain("hunter2", "c2VjcmV0");
        assertThat(entries).isEmpty();
    }

    private static Object value(KeyValuePair pair) {
        return pair.value;
    }

    @Test
    void aHarmlessNameIsTakenOver() {
        HttpResponse<String> response = visitor.get("/api/v1/nope", "X-Request-Id", "abc.DEF_1-2");

        assertThat(Visitor.header(response, "X-Request-Id")).isEqualTo("abc.DEF_1-2");
        assertThat(JsonMapper.shared()
                        .readTree(response.body())
                        .path("request_id")
                        .asString())
                .isEqualTo("abc.DEF_1-2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "<b>", "", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "ü"})
    void anyOtherIsReplaced(String name) {
        assertThat(Visitor.header(visitor.get("/", "X-Request-Id", name), "X-Request-Id"))
                .matches(MADE);
    }

    @Test
    void whatTheParserRefusesIsToldAsAProblem() throws Exception {
        String answer = RawRequest.get(server.url(), "/" + "a".repeat(9_000));

        assertThat(answer)
                .startsWith("HTTP/1.1 414 ")
                .contains("Content-Type: application/problem+json", "X-Content-Type-Options: nosniff")
                .contains("\"detail\":\"The address is too long, expected at most 8 KB with all headers\"");
        ILoggingEvent entry = entries.poll(10, TimeUnit.SECONDS);
        String id = answer.replaceAll("(?s).*X-Request-Id: (\\S+).*", "$1");
        assertThat(entry.getFormattedMessage())
                .matches("other \\(none\\) 414 \\d+ bytes \\d+ ms " + id)
                .doesNotContain("aaa");
        assertThat(answer).contains("\"request_id\":\"" + id + "\"");
    }

    @Test
    void longHeadersAreRefused() {
        HttpResponse<String> response = visitor.get("/", "X-Long", "a".repeat(9_000));

        assertThat(response.statusCode()).isEqualTo(431);
        assertThat(response.body()).contains("The headers are too long, expected at most 8 KB with the address");
    }
}
