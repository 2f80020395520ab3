package io.streamgauge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.Repository;
import io.streamgauge.engine.Keeping;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The documentation shows the settings that there are. Where it does not, the table to paste stands in the failure. */
final class ConfigurationPageTest {

    @Test
    void thePageShowsEverySetting() {
        List<String> table = new ArrayList<>(List.of("| variable | flag | meaning | default |", "|---|---|---|---|"));
        for (Variable variable : Variable.values()) {
            String flag = Optional.ofNullable(variable.flag())
                    .map(text -> "`" + text + "`")
                    .orElse("–");
            table.add("| `" + variable + "` | " + flag + " | " + variable.meaning() + " | " + variable.usual() + " |");
        }
        assertThat(Repository.read("docs/configuration.md").lines().filter(line -> line.startsWith("|")))
                .containsExactlyElementsOf(table);
    }

    @Test
    void theDefaultsAreThoseThatHold() {
        Path folder = Path.of("").toAbsolutePath();
        Configuration nothingGiven = Configuration.of(Sources.of(Map.of(), Map.of(), Optional.empty()), folder);

        assertThat(nothingGiven.places())
                .isEqualTo(new Places(
                        "dev",
                        folder.resolve("data"),
                        new LakePlace.Folder(folder.resolve("data/lake")),
                        Optional.empty()));
        assertThat(nothingGiven.collect().schedule().cadence()).isEqualTo(Duration.ofMinutes(15));
        assertThat(nothingGiven.web()).isEqualTo(new Address("127.0.0.1", 8787));
        assertThat(nothingGiven.keeping())
                .isEqualTo(new Keeping(
                        Optional.of(Duration.ofHours(24)), Optional.empty(), Optional.of(Duration.ofDays(7))));
        assertThat(nothingGiven.twitch())
                .isEqualTo(new TwitchAccess(
                        Optional.empty(),
                        Optional.empty(),
                        "https://api.twitch.tv/helix",
                        "https://id.twitch.tv/oauth2"));
    }
}
