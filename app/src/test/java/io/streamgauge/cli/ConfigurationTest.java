package io.streamgauge.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConfigurationTest {

    @TempDir
    Path folder;

    @Test
    void hasItsDefaults() {
        Configuration configuration = read(Map.of(), Map.of(), "");

        assertThat(configuration.places().folder()).isEqualTo(folder.resolve("data"));
        assertThat(configuration.places().lake())
                .hasToString(folder.resolve("data/lake").toString());
        assertThat(configuration.places().environment()).isEqualTo("dev");
        assertThat(configuration.collect().schedule().cadence()).isEqualTo(Duration.ofMinutes(15));
        assertThat(configuration.web()).isEqualTo(new Address("127.0.0.1", 8787));
        assertThat(configuration.twitch())
                .hasToString("TwitchAccess[clientId=not set, clientSecret=not set, apiUrl=https://api.twitch.tv/helix,"
                        + " authUrl=https://id.twitch.tv/oauth2]");
    }

    @Test
    void takesFlagsOverTheEnvironmentAndTheEnvironmentOverTheFile() {
        String file = "STREAMGAUGE_PORT=1\nSTREAMGAUGE_HOST=file\nSTREAMGAUGE_CADENCE = PT1M\n";
        Map<String, String> environment = Map.of("STREAMGAUGE_PORT", "2", "STREAMGAUGE_HOST", "environment");

        Configuration configuration = read(Map.of(Variable.STREAMGAUGE_PORT, "3"), environment, file);

        assertThat(configuration.web()).isEqualTo(new Address("environment", 3));
        assertThat(configuration.collect().schedule().cadence()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void takesEmptyTextForNothing() {
        assertThat(read(Map.of(), Map.of("STREAMGAUGE_PORT", " "), "STREAMGAUGE_PORT=4")
                        .web()
                        .port())
                .isEqualTo(4);
    }

    @Test
    void givesAnEnvironmentAFolderOfItsOwn() {
        Places places = read(Map.of(), Map.of("STREAMGAUGE_ENV", "prod", "STREAMGAUGE_HOME", "h"), "")
                .places();

        assertThat(places.lake()).hasToString(folder.resolve("h/prod/lake").toString());
        assertThat(places.tokenFile()).isEqualTo(folder.resolve("h/prod/twitch-token.json"));
        assertThat(places.demo().lake())
                .hasToString(folder.resolve("h/prod/demo/lake").toString());
    }

    @Test
    void refusesUnknownKeysWithTheNearestOneAndThePlace() {
        assertThatThrownBy(() -> read(Map.of(), Map.of(), "# ours\nSTREAMGAUGE_PROT=1\n"))
                .hasMessage("There is no setting STREAMGAUGE_PROT (in " + folder.resolve("file")
                        + ", line 2); did you mean STREAMGAUGE_PORT?");
        assertThatThrownBy(() -> read(Map.of(), Map.of("STREAMGAUGE_LAKES", "x"), ""))
                .hasMessage("There is no setting STREAMGAUGE_LAKES (in the environment); did you mean"
                        + " STREAMGAUGE_LAKE?");
    }

    @Test
    void neverShowsTheSecret() {
        Map<String, String> environment =
                Map.of("TWITCH_CLIENT_ID", "me", "TWITCH_CLIENT_SECRET", "s3cret", "PATH", "/bin");

        assertThat(read(Map.of(), environment, "").toString()).doesNotContain("s3cret");
        assertThatThrownBy(() -> read(Map.of(), Map.of("TWITCH_CLIENT_SECRET", "s3 cret"), ""))
                .hasMessage("TWITCH_CLIENT_SECRET (in the environment) is not usable, expected letters and digits"
                        + " without spaces: copy it again");
    }

    private Configuration read(Map<Variable, String> flags, Map<String, String> environment, String text) {
        try {
            Path file = Files.writeString(folder.resolve("file"), text);
            return Configuration.of(Sources.of(flags, environment, Optional.of(file)), folder);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
