package io.streamgauge.cli;

import java.util.EnumMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** Flags of the commands that ask Twitch. */
final class TwitchOptions {

    @Option(names = "--client-id", paramLabel = "ID", description = "TWITCH_CLIENT_ID; the secret has no flag.")
    private String clientId;

    @Option(names = "--api-url", paramLabel = "URL", description = "Helix (TWITCH_API_URL).")
    private String apiUrl;

    @Option(names = "--auth-url", paramLabel = "URL", description = "Token service (TWITCH_AUTH_URL).")
    private String authUrl;

    @Option(
            names = "--cadence",
            paramLabel = "DURATION",
            description = "Time between snapshots (STREAMGAUGE_CADENCE, PT15M).")
    private String cadence;

    @Option(names = "--crawl", paramLabel = "MODE", description = "How to crawl (STREAMGAUGE_CRAWL, walk).")
    private String crawl;

    Map<Variable, String> flags() {
        Map<Variable, String> flags = new EnumMap<>(Variable.class);
        ConfigurationOptions.put(flags, Variable.TWITCH_CLIENT_ID, clientId);
        ConfigurationOptions.put(flags, Variable.TWITCH_API_URL, apiUrl);
        ConfigurationOptions.put(flags, Variable.TWITCH_AUTH_URL, authUrl);
        ConfigurationOptions.put(flags, Variable.STREAMGAUGE_CADENCE, cadence);
        ConfigurationOptions.put(flags, Variable.STREAMGAUGE_CRAWL, crawl);
        return flags;
    }
}
