package io.streamgauge.twitch;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks for app tokens by client credentials. */
final class TokenService implements Exchange<AppToken> {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration LONGEST_MARGIN = Duration.ofHours(1);

    private final TwitchSettings settings;
    private final URI uri;

    TokenService(TwitchSettings settings) {
        this.settings = settings;
        this.uri = URI.create(settings.authUrl() + "/token");
    }

    @Override
    public String name() {
        return "Asking for an app token at " + uri;
    }

    @Override
    public URI uri() {
        return uri;
    }

    @Override
    public HttpRequest.Builder request() {
        Map<String, String> form = new TreeMap<>(Map.of(
                "client_id",
                settings.clientId(),
                "client_secret",
                settings.clientSecret(),
                "grant_type",
                "client_credentials"));
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return Transport.request(uri)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
    }

    @Override
    public boolean hasCursor() {
        return false;
    }

    @Override
    public AppToken read(Answer answer) {
        JsonNode body;
        try {
            body = JSON.readTree(answer.body());
        } catch (JacksonException e) {
            throw BodyException.broken("is not JSON");
        }
        String value = body.path("access_token").asString("");
        long seconds = body.path("expires_in").asLong(0);
        if (!value.matches("[\\x21-\\x7e]+") || seconds <= 0) {
            throw BodyException.unexpected("lacks 'access_token' or 'expires_in'");
        }
        Duration life = Duration.ofSeconds(seconds);
        Duration tenth = life.dividedBy(10);
        Duration margin = tenth.compareTo(LONGEST_MARGIN) < 0 ? tenth : LONGEST_MARGIN;
        return new AppToken(value, answer.receivedAt().plus(life).minus(margin));
    }
}
