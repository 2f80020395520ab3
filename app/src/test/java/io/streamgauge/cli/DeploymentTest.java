package io.streamgauge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.Repository;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The files in deploy fit the program: settings, commands and addresses in them are those that there are. */
final class DeploymentTest {

    private static final Pattern SETTING = Pattern.compile("\\b(STREAMGAUGE|TWITCH|S3|IGDB)_[A-Z_]*[A-Z]\\b");
    private static final Pattern STARTED = Pattern.compile("streamgauge\\.jar ([a-z]+)");
    private static final List<String> COMMANDS = List.of("up", "collect", "transform", "serve");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "deploy/container/Containerfile",
                "deploy/container/is-live",
                "deploy/systemd/streamgauge.service",
                "deploy/systemd/streamgauge-collect.service",
                "deploy/systemd/streamgauge-serve.service",
                "deploy/terraform/modules/dashboard/start.sh.tftpl",
                "docs/deploy-container.md",
                "docs/deploy-systemd.md"
            })
    void namesOnlySettingsThatThereAre(String file) {
        assertThat(SETTING.matcher(Repository.read(file)).results().map(found -> found.group()))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(Variable.named(name)).as(name).isPresent());
    }

    @Test
    void theUnitsStartCommandsThatThereAreAndAreHardenedAlike() {
        List<String> units = Stream.of("streamgauge", "streamgauge-collect", "streamgauge-serve")
                .map(name -> Repository.read("deploy/systemd/" + name + ".service"))
                .toList();

        assertThat(units.stream()
                        .flatMap(unit -> STARTED.matcher(unit).results())
                        .map(found -> found.group(1)))
                .containsExactlyInAnyOrderElementsOf(COMMANDS);
        assertThat(units.stream().map(DeploymentTest::hardening).distinct()).hasSize(1);
        assertThat(hardening(units.get(0)))
                .contains("DynamicUser=yes", "NoNewPrivileges=yes", "ProtectSystem=strict", "CapabilityBoundingSet=");
    }

    @Test
    void theImageRunsAsNobodyAndIsAskedWhetherItLives() {
        String image = Repository.read("deploy/container/Containerfile");

        assertThat(image)
                .contains("\nUSER 10001:10001\n", "\nVOLUME /data\n", "HEALTHCHECK ", "/opt/streamgauge/is-live");
        assertThat(image.indexOf("\nUSER ")).isLessThan(image.indexOf("\nENTRYPOINT "));
    }

    @ParameterizedTest
    @CsvSource({"200 OK, 0", "503 Service Unavailable, 1"})
    void theHealthCheckTellsLifeFromFailure(String status, int expected) throws IOException, InterruptedException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            ProcessBuilder builder = new ProcessBuilder(
                    Repository.root().resolve("deploy/container/is-live").toString());
            builder.environment().put("STREAMGAUGE_PORT", "" + server.getLocalPort());
            Process check = builder.start();
            try (Socket client = server.accept()) {
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
                assertThat(lines.readLine()).isEqualTo("GET /health/live HTTP/1.0");
                assertThat(lines.readLine()).isEqualTo("Host: 127.0.0.1");
                assertThat(lines.readLine()).isEmpty();
                client.getOutputStream().write(("HTTP/1.1 " + status + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            }
            assertThat(check.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(check.exitValue()).isEqualTo(expected);
        }
    }

    /** What follows the comment about what the process may do. */
    private static String hardening(String unit) {
        String rest = unit.substring(unit.indexOf("# What the process may do"));
        int end = rest.indexOf("\n\n");
        return (end < 0 ? rest : rest.substring(0, end)).strip();
    }
}
