package io.streamgauge.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamgauge.collector.CrawlMode;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the function's environment says, and what is refused of it. */
final class SettingsTest {

    private static Map<String, String> variables() {
        return new HashMap<>(Map.of(
                "STREAMGAUGE_ENV", "prod",
                "STREAMGAUGE_LAKE", "s3://bucket/{env}/lake",
                "STREAMGAUGE_TWITCH_SECRET", "twitch"));
    }

    @Test
    void theRestHasDefaults() {
        Settings settings = Settings.of(variables());

        assertThat(settings.lake()).hasToString("s3://bucket/prod/lake");
        assertThat(settings.endpoint()).isEmpty();
        assertThat(settings.tokenSecret()).isEmpty();
        assertThat(settings.collect().mode()).isEqualTo(CrawlMode.LANGUAGES);
        assertThat(settings.collect().schedule().cadence()).isEqualTo(Duration.ofMinutes(15));
        assertThat(settings.apiUrl()).isEqualTo("https://api.twitch.tv/helix");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "STREAMGAUGE_ENV | '' | STREAMGAUGE_ENV is not set, expected the environment's name, such as prod",
                "STREAMGAUGE_ENV | Prod | STREAMGAUGE_ENV is 'Prod', expected a name of small letters, digits and hyphens,"
                        + " such as prod",
                "STREAMGAUGE_LAKE | '' | STREAMGAUGE_LAKE is not set, expected the lake's address, such as s3://bucket/lake",
                "STREAMGAUGE_TWITCH_SECRET | '' | STREAMGAUGE_TWITCH_SECRET is not set, expected the name or ARN of the"
                        + " secret with Twitch's credentials",
                "STREAMGAUGE_CADENCE | 15 | STREAMGAUGE_CADENCE is '15', expected whole seconds that divide a day, from"
                        + " PT1S to PT6H, such as PT15M",
                "STREAMGAUGE_CADENCE | PT7M | STREAMGAUGE_CADENCE is 'PT7M', expected whole seconds that divide a day, from"
                        + " PT1S to PT6H, such as PT15M",
                "STREAMGAUGE_CRAWL | run | STREAMGAUGE_CRAWL is 'run', expected walk or languages",
                "STREAMGAUGE_PORT | 1 | The function has no setting STREAMGAUGE_PORT; there are STREAMGAUGE_CADENCE,"
                        + " STREAMGAUGE_CRAWL, STREAMGAUGE_ENV, STREAMGAUGE_LAKE, STREAMGAUGE_TOKEN_SECRET,"
                        + " STREAMGAUGE_TWITCH_SECRET"
            })
    void whatIsWrongIsNamed(String variable, String value, String message) {
        Map<String, String> variables = variables();
        variables.put(variable, value);

        assertThatThrownBy(() -> Settings.of(variables)).hasMessage(message);
    }

    @Test
    void aLakeThatIsNotInS3IsRefused() {
        Map<String, String> variables = variables();
        variables.put("STREAMGAUGE_LAKE", "/data/lake");

        assertThatThrownBy(() -> Settings.of(variables))
                .hasMessageStartingWith("'/data/lake' is not an address in S3: expected s3://bucket/prefix");
    }

    @Test
    void credentialsHideTheirSecret() {
        Credentials credentials =
                Credentials.of("twitch", "{\"TWITCH_CLIENT_ID\": \" me \", \"TWITCH_CLIENT_SECRET\": \"hush\"}");

        assertThat(credentials.clientId()).isEqualTo("me");
        assertThat(credentials.clientSecret()).isEqualTo("hush");
        assertThat(credentials).hasToString("Credentials[clientId=me, clientSecret=***]");
    }
}
