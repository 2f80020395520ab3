package io.streamgauge.twitch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TwitchSettingsTest {

    private static final Path FILE = Path.of("token.json");

    @Test
    void aSlashAtTheEndMakesNoDifference() {
        TwitchSettings settings = TwitchSettings.of("id", "secret", "http://localhost:9/helix/", " https://b/x ", FILE);

        assertThat(settings.apiUrl()).hasToString("http://localhost:9/helix");
        assertThat(settings.authUrl()).hasToString("https://b/x");
    }

    @Test
    void theSecretIsNotShown() {
        TwitchSettings settings = TwitchSettings.of("id", "s3cr3t", "https://a", "https://b", FILE);

        assertThat(settings)
                .hasToString("TwitchSettings[clientId=id, clientSecret=***, apiUrl=https://a, authUrl=https://b,"
                        + " tokenFile=token.json, connectTimeout=PT10S, requestTimeout=PT15S]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                 | s     | https://a   | TWITCH_CLIENT_ID is not set
            id   |       | https://a   | TWITCH_CLIENT_SECRET is not set
            id   | a b   | https://a   | TWITCH_CLIENT_SECRET holds a space or a letter outside ASCII: copy it again
            id   | s     | a.b/helix   | TWITCH_API_URL is 'a.b/helix', expected an address such as https://api.example.org/path
            id   | s     | ftp://a     | TWITCH_API_URL is 'ftp://a', expected an address such as https://api.example.org/path
            id   | s     | https://a b | TWITCH_API_URL is 'https://a b', expected an address such as https://api.example.org/path
            id   | s     | https://a?b | TWITCH_API_URL is 'https://a?b', expected an address such as https://api.example.org/path
            id   | s     |             | TWITCH_API_URL is '', expected an address such as https://api.example.org/path
            """)
    void whatCannotWorkIsRefused(String id, String secret, String api, String message) {
        assertThatThrownBy(() -> TwitchSettings.of(id, secret, api, "https://b", FILE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void aTimeoutMustBePositive() {
        TwitchSettings settings = TwitchSettings.of("id", "secret", "https://a", "https://b", FILE);

        assertThatThrownBy(() -> settings.withTimeouts(Duration.ofSeconds(1), Duration.ZERO))
                .hasMessage("Twitch's request timeout is PT0S, expected more than zero");
    }
}
