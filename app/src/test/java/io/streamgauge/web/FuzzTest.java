package io.streamgauge.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.web.guard.Limits;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Asks what nobody would ask, of made-up and of real data: the server refuses it in words, and never breaks. */
final class FuzzTest {

    private static final long SEED = 20261122;

    private static final List<String> STRANGE = List.of(
            "",
            "%20",
            "0",
            "-1",
            "1",
            "999999999999999999999999",
            "1e9",
            "0x10",
            "NaN",
            "null",
            "true",
            "%00",
            "%ff",
            "%c0%af",
            "%ed%a0%80",
            "%F0%9F%A6%8A",
            "%zz",
            "%",
            "%2",
            "'",
            "%27%20or%201=1--",
            "%22;drop%20table%20x;--",
            "%5c",
            "%25",
            "_",
            "%3Cscript%3E",
            "${jndi:ldap://x}".replace("{", "%7B").replace("}", "%7D"),
            "..%2f..%2fetc%2fpasswd",
            "%2e%2e/%2e%2e/",
            "%0d%0aSet-Cookie:x=1",
            "2026-13-45",
            "2026-02-29",
            "0000-00-00",
            "-999999999-01-01T00:00:00Z",
            "%2B1000000000-12-31T23:59:59.999999999Z",
            "2026-01-05T20:00:00.5Z",
            "2026-01-05T24:00:00Z",
            "2026-01-05",
            "2026-01-06",
            "2026-01-05T20:15:00Z",
            "2000-01-01",
            "2100-01-01",
            "UTC",
            "Europe/Berlin",
            "GMT%2B99:99",
            "../../zone",
            "last-hour",
            "LAST-HOUR",
            "week",
            "previous",
            "year",
            "snapshot",
            "day",
            "peak_viewers",
            "en",
            "33",
            "9223372036854775807",
            "2147483648",
            "login7",
            "a".repeat(201),
            "%41".repeat(300),
            "é",
            "a+b",
            "*",
            "[]",
            "%5B%5D",
            "a=b",
            "a%26b",
            "NONE",
            "none");

    private static final List<String> NAMES = List.of(
            "from",
            "to",
            "period",
            "at",
            "zone",
            "grain",
            "compare",
            "by",
            "limit",
            "offset",
            "language",
            "category",
            "genre",
            "theme",
            "q",
            "day",
            "second",
            "channels",
            "categories",
            "languages",
            "x",
            "FROM",
            "from%5B%5D",
            "%66rom",
            "",
            "%00",
            "limit%20");

    private static final List<String> ACCEPTS =
            List.of("*/*", "text/csv", "application/json", "text/html;q=0.1", ",,,;=", "text/csv;q=%00");

    @TempDir
    Path folder;

    private final Random random = new Random(SEED);

    @Test
    void madeUpDataIsNeverBroken() throws IOException {
        try (WebServer server = WebServer.start(WebSettings.loopback(0).with(patient()), new FakeAnalytics())) {
            ask(server, 2_000);
        }
    }

    @Test
    void realDataIsNeverBroken() throws IOException {
        try (RealLake lake = new RealLake(folder);
                WebServer server = WebServer.start(WebSettings.loopback(0).with(patient()), lake.analytics())) {
            ask(server, 200);
        }
    }

    private static Limits patient() {
        return new Limits(OptionalInt.empty(), Limits.Loopback.EXEMPT, Duration.ofMinutes(2));
    }

    private void ask(WebServer server, int requests) throws IOException {
        List<String> paths = paths(server);
        Map<Integer, Integer> counts = new TreeMap<>();
        for (int request = 0; request < requests; request++) {
            String address = address(paths);
            Answer answer = Answer.to(server, address, any(ACCEPTS));
            assertThat(isFine(answer))
                    .as(address + "\n" + answer.head() + answer.body())
                    .isTrue();
            assertThat(answer.body()).as(address).doesNotContain("Exception", "\tat ", "java.", "org.eclipse", "SQL");
            assertThat(answer.head()).as(address).doesNotContain("Set-Cookie");
            counts.merge(answer.status(), 1, Integer::sum);
        }
        assertThat(counts.getOrDefault(200, 0))
                .as("answers by status: " + counts)
                .isGreaterThan(requests / 20);
        assertThat(counts.getOrDefault(400, 0))
                .as("answers by status: " + counts)
                .isGreaterThan(requests / 4);
    }

    /** Redirected is only who chose a day and no moment of it. */
    private static boolean isFine(Answer answer) {
        int status = answer.status();
        return status >= 200 && status < 300
                || status >= 400 && status < 500
                || status == 303 && answer.head().contains("\nLocation: /moment?at=");
    }

    private static List<String> paths(WebServer server) {
        JsonNode described = new Visitor(server).json("/api/v1/openapi.json").path("paths");
        List<String> paths = new ArrayList<>(described.propertyNames());
        paths.addAll(List.of(
                "/",
                "/channels",
                "/categories",
                "/channels/{channel}",
                "/compare",
                "/genres",
                "/genres/{genre}",
                "/ages",
                "/releases",
                "/moment",
                "/search",
                "/static/x/{name}"));
        paths.removeAll(List.of("/health/ready", "/metrics"));
        return paths;
    }

    private String address(List<String> paths) {
        String path = any(paths);
        while (path.contains("{")) {
            path = path.replaceFirst("\\{\\w+}", any(STRANGE).replace("$", "\\$"));
        }
        StringBuilder address = new StringBuilder(path);
        int parameters = random.nextInt(4);
        for (int at = 0; at < parameters; at++) {
            address.append(at == 0 ? '?' : '&').append(any(NAMES));
            if (random.nextInt(20) != 0) {
                address.append('=').append(any(STRANGE));
            }
        }
        return address.toString();
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    /** An answer as it came over the wire. */
    private record Answer(int status, String head, String body) {

        static Answer to(WebServer server, String address, String accept) throws IOException {
            try (Socket socket = new Socket(server.url().getHost(), server.url().getPort())) {
                String request = "GET " + address + " HTTP/1.1\r\nHost: "
                        + server.url().getAuthority() + "\r\nAccept: " + accept + "\r\nConnection: close\r\n\r\n";
                socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
                InputStream answer = new BufferedInputStream(socket.getInputStream());
                String text = new String(answer.readAllBytes(), StandardCharsets.UTF_8);
                assertThat(text).as(address).startsWith("HTTP/1.1 ");
                int end = text.indexOf("\r\n\r\n");
                return new Answer(Integer.parseInt(text.substring(9, 12)), text.substring(0, end), text.substring(end));
            }
        }
    }
}
