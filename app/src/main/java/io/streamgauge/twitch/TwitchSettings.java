package io.streamgauge.twitch;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/**
 * How to reach Twitch.
 *
 * @param apiUrl Helix, without a slash at the end
 * @param authUrl the token service, without a slash at the end
 * @param tokenFile where the app token is kept over restarts
 * @param connectTimeout for the connection alone
 * @param requestTimeout from the request to the last byte of its answer
 */
public record TwitchSettings(
        String clientId,
        String clientSecret,
        URI apiUrl,
        URI authUrl,
        Path tokenFile,
        Duration connectTimeout,
        Duration requestTimeout) {

    public static final String DEFAULT_API_URL = "https://api.twitch.tv/helix";
    public static final String DEFAULT_IGDB_URL = "https://api.igdb.com/v4";
    public static final String DEFAULT_AUTH_URL = "https://id.twitch.tv/oauth2";

    private static final Duration DEFAULT_CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration DEFAULT_REQUEST_TIMEOUT = Duration.ofSeconds(15);

    public TwitchSettings {
        requireCredential("TWITCH_CLIENT_ID", clientId);
        requireCredential("TWITCH_CLIENT_SECRET", clientSecret);
        requireWeb("TWITCH_API_URL", apiUrl);
        requireWeb("TWITCH_AUTH_URL", authUrl);
        requirePositive("Twitch's connect timeout", connectTimeout);
        requirePositive("Twitch's request timeout", requestTimeout);
    }

    /** Settings from text as an operator writes it, with the default timeouts. */
    public static TwitchSettings of(
            String clientId, String clientSecret, String apiUrl, String authUrl, Path tokenFile) {
        return new TwitchSettings(
                clientId,
                clientSecret,
                address("TWITCH_API_URL", apiUrl),
                address("TWITCH_AUTH_URL", authUrl),
                tokenFile,
                DEFAULT_CONNECT_TIMEOUT,
                DEFAULT_REQUEST_TIMEOUT);
    }

    public TwitchSettings withTimeouts(Duration connect, Duration request) {
        return new TwitchSettings(clientId, clientSecret, apiUrl, authUrl, tokenFile, connect, request);
    }

    @Override
    public String toString() {
        return "TwitchSettings[clientId=" + clientId + ", clientSecret=***, apiUrl=" + apiUrl + ", authUrl=" + authUrl
                + ", tokenFile=" + tokenFile + ", connectTimeout=" + connectTimeout + ", requestTimeout="
                + requestTimeout + "]";
    }

    private static URI address(String name, String text) {
        String bare = text == null ? "" : text.strip().replaceFirst("/+$", "");
        try {
            return URI.create(bare);
        } catch (IllegalArgumentException e) {
            throw notAnAddress(name, bare);
        }
    }

    private static void requireCredential(String name, String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(name + " is not set");
        }
        if (!value.chars().allMatch(letter -> letter > ' ' && letter < 127)) {
            throw new IllegalArgumentException(name + " holds a space or a letter outside ASCII: copy it again");
        }
    }

    private static void requireWeb(String name, URI address) {
        boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
        if (!web || address.getHost() == null || address.getQuery() != null || address.getFragment() != null) {
            throw notAnAddress(name, address.toString());
        }
    }

    private static IllegalArgumentException notAnAddress(String name, String found) {
        return new IllegalArgumentException(
                name + " is '" + found + "', expected an address such as https://api.example.org/path");
    }

    private static void requirePositive(String name, Duration time) {
        if (time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException(name + " is " + time + ", expected more than zero");
        }
    }
}
