package io.streamgauge.cli;

import io.streamgauge.twitch.TwitchSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** How to reach Twitch, the credentials being there or not. */
record TwitchAccess(Optional<String> clientId, Optional<String> clientSecret, String apiUrl, String authUrl) {

    static TwitchAccess of(Sources sources) {
        sources.find(Variable.S3_ENDPOINT_URL).ifPresent(TwitchAccess::web);
        return new TwitchAccess(
                sources.find(Variable.TWITCH_CLIENT_ID).map(TwitchAccess::credential),
                sources.find(Variable.TWITCH_CLIENT_SECRET).map(TwitchAccess::credential),
                sources.find(Variable.TWITCH_API_URL).map(TwitchAccess::web).orElse(TwitchSettings.DEFAULT_API_URL),
                sources.find(Variable.TWITCH_AUTH_URL).map(TwitchAccess::web).orElse(TwitchSettings.DEFAULT_AUTH_URL));
    }

    /** Which credentials are missing and how to get them, or empty. */
    Optional<String> missing() {
        if (clientId.isPresent() && clientSecret.isPresent()) {
            return Optional.empty();
        }
        String missing = clientId.isPresent()
                ? "TWITCH_CLIENT_SECRET is"
                : clientSecret.isPresent() ? "TWITCH_CLIENT_ID is" : "TWITCH_CLIENT_ID and TWITCH_CLIENT_SECRET are";
        return Optional.of(missing + " not set: register an application at https://dev.twitch.tv/console/apps and set"
                + " both, or try 'streamgauge demo', which needs no account");
    }

    TwitchSettings settings(Path tokenFile) {
        missing().ifPresent(sentence -> {
            throw new CommandException(sentence);
        });
        return TwitchSettings.of(clientId.orElseThrow(), clientSecret.orElseThrow(), apiUrl, authUrl, tokenFile);
    }

    @Override
    public String toString() {
        return "TwitchAccess[clientId=" + clientId.orElse("not set") + ", clientSecret="
                + (clientSecret.isPresent() ? "***" : "not set") + ", apiUrl=" + apiUrl + ", authUrl=" + authUrl + "]";
    }

    private static String credential(Given given) {
        String expected = "letters and digits without spaces: copy it again";
        if (!given.text().chars().allMatch(letter -> letter > ' ' && letter < 127)) {
            throw given.refused(expected);
        }
        return given.text();
    }

    static String web(Given given) {
        String expected = "an address such as https://api.example.org/path";
        URI address = given.as(URI::create, expected);
        boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
        if (!web || address.getHost() == null || address.getQuery() != null || address.getFragment() != null) {
            throw given.refused(expected);
        }
        return given.text();
    }
}
