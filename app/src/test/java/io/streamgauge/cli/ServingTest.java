package io.streamgauge.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamgauge.web.WebSettings;
import io.streamgauge.web.breaks.Break;
import io.streamgauge.web.breaks.Breaks;
import io.streamgauge.web.guard.Access;
import io.streamgauge.web.guard.Certificates;
import io.streamgauge.web.guard.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ServingTest {

    @TempDir
    Path folder;

    @Test
    void hasItsDefaults() {
        assertThat(read())
                .isEqualTo(new WebSettings(
                        "127.0.0.1",
                        8787,
                        false,
                        Optional.empty(),
                        new Limits(OptionalInt.of(600), Limits.Loopback.EXEMPT, Duration.ofSeconds(30)),
                        Access.OPEN,
                        Optional.of(Duration.ofHours(2)),
                        Breaks.shipped(),
                        List.of()));
    }

    @Test
    void takesMoreBreaksFromAFile() throws IOException {
        Files.writeString(folder.resolve("more.json"), """
                [{"at": "2023-05-01T10:00:00Z", "title": "Another way", "change": "a", "effect": "b",
                  "source": "https://example.org/"}]
                """);

        assertThat(read("STREAMGAUGE_BREAKS_FILE", "more.json").breaks())
                .hasSize(Breaks.shipped().size() + 1)
                .element(1)
                .extracting(Break::title)
                .isEqualTo("Another way");
    }

    @Test
    void refusesBreaksThatItCannotUse() throws IOException {
        Files.writeString(folder.resolve("more.json"), "[{\"at\": \"2023-05-01\"}]");

        assertThatThrownBy(() -> read("STREAMGAUGE_BREAKS_FILE", "more.json"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("The breaks in counting in 'more.json', which STREAMGAUGE_BREAKS_FILE (in the environment)"
                        + " names, cannot be used: entry 1 lacks 'title', expected the text fields at, change, effect,"
                        + " source, title");
    }

    @Test
    void namesSitesThatMayFrameCharts() {
        assertThat(read("STREAMGAUGE_EMBED", "*").embedders()).containsExactly("*");
        assertThat(read("STREAMGAUGE_EMBED", "https://one.example, http://localhost:8080")
                        .embedders())
                .containsExactly("https://one.example", "http://localhost:8080");
    }

    @Test
    void takesWhatIsGiven() throws IOException {
        Files.writeString(folder.resolve("password"), "s3cret\n");
        Certificates.Pair pair = Certificates.make(folder, "server", "EC");

        WebSettings settings = read(
                "STREAMGAUGE_RATE", "off",
                "STREAMGAUGE_RATE_LOOPBACK", "limited",
                "STREAMGAUGE_REQUEST_TIME", "PT5S",
                "STREAMGAUGE_READY_AGE", "forever",
                "STREAMGAUGE_CORS", "https://example.org, http://[::1]:3000",
                "STREAMGAUGE_WEB_USER", "anna",
                "STREAMGAUGE_WEB_PASSWORD_FILE", "password",
                "STREAMGAUGE_TLS_CERTIFICATE", pair.certificate().toString(),
                "STREAMGAUGE_TLS_KEY", pair.key().toString());

        assertThat(settings.limits())
                .isEqualTo(new Limits(OptionalInt.empty(), Limits.Loopback.LIMITED, Duration.ofSeconds(5)));
        assertThat(settings.oldestSnapshot()).isEmpty();
        assertThat(settings.access().origins()).isEqualTo(List.of("https://example.org", "http://[::1]:3000"));
        assertThat(settings.access().login().orElseThrow().isGivenBy("Basic YW5uYTpzM2NyZXQ="))
                .isTrue();
        assertThat(settings.access().tls()).isPresent();
        assertThat(settings.toString()).doesNotContain("s3cret");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        STREAMGAUGE_RATE | 0 | 'off' or a whole number above 0
        STREAMGAUGE_RATE | many | 'off' or a whole number above 0
        STREAMGAUGE_RATE_LOOPBACK | no | exempt or limited
        STREAMGAUGE_REQUEST_TIME | PT0.5S | a time of at least PT1S, such as PT30S
        STREAMGAUGE_READY_AGE | 2h | 'forever' or a time of at least PT1S, such as PT2H
        STREAMGAUGE_CORS | * | origins such as https://example.org, without a path
        STREAMGAUGE_CORS | https://example.org/ | origins such as https://example.org, without a path
        STREAMGAUGE_CORS | https://*.example.org | origins such as https://example.org, without a path
        """)
    void refusesWhatIsNone(String variable, String text, String expected) {
        assertThatThrownBy(() -> read(variable, text))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(variable + " (in the environment) is '" + text + "', expected " + expected);
    }

    @Test
    void refusesHalfOfAPair() {
        assertThatThrownBy(() -> read("STREAMGAUGE_WEB_USER", "anna"))
                .hasMessage(
                        "STREAMGAUGE_WEB_USER is set and STREAMGAUGE_WEB_PASSWORD_FILE is not, expected both or none");
        assertThatThrownBy(() -> read("STREAMGAUGE_WEB_PASSWORD_FILE", "x"))
                .hasMessage(
                        "STREAMGAUGE_WEB_PASSWORD_FILE is set and STREAMGAUGE_WEB_USER is not, expected both or none");
        assertThatThrownBy(() -> read("STREAMGAUGE_TLS_KEY", "x"))
                .hasMessage("STREAMGAUGE_TLS_KEY is set and STREAMGAUGE_TLS_CERTIFICATE is not, expected both or none");
    }

    @Test
    void refusesAPasswordThatIsNone() throws IOException {
        Files.writeString(folder.resolve("empty"), " \n");

        assertThatThrownBy(() -> read("STREAMGAUGE_WEB_USER", "anna", "STREAMGAUGE_WEB_PASSWORD_FILE", "empty"))
                .hasMessage("STREAMGAUGE_WEB_PASSWORD_FILE (in the environment) is 'empty', expected a file with one"
                        + " line, the password");
        assertThatThrownBy(() -> read("STREAMGAUGE_WEB_USER", "anna", "STREAMGAUGE_WEB_PASSWORD_FILE", "none"))
                .hasMessage("STREAMGAUGE_WEB_PASSWORD_FILE (in the environment) is 'none', expected a text file that"
                        + " can be read");
        Files.writeString(folder.resolve("password"), "s3cret");
        assertThatThrownBy(() -> read("STREAMGAUGE_WEB_USER", "a:b", "STREAMGAUGE_WEB_PASSWORD_FILE", "password"))
                .hasMessage("STREAMGAUGE_WEB_USER (in the environment) is 'a:b', expected a name without a colon");
    }

    @Test
    void refusesACertificateThatIsNone() {
        assertThatThrownBy(() -> read("STREAMGAUGE_TLS_CERTIFICATE", "server.crt", "STREAMGAUGE_TLS_KEY", "server.key"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("There is no file " + folder.resolve("server.crt")
                        + " (STREAMGAUGE_TLS_CERTIFICATE and STREAMGAUGE_TLS_KEY name both files)");
    }

    private WebSettings read(String... environment) {
        Map<String, String> variables = new LinkedHashMap<>();
        for (int at = 0; at < environment.length; at += 2) {
            variables.put(environment[at], environment[at + 1]);
        }
        return Configuration.of(Sources.of(Map.of(), variables, Optional.empty()), folder)
                .server();
    }
}
