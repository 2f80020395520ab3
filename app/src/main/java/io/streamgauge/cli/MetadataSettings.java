package io.streamgauge.cli;

import io.streamgauge.twitch.TwitchSettings;
import java.net.URI;
import java.time.Duration;

/**
 * Whether and how the metadata of categories is fetched.
 *
 * @param fetches whether {@code up} and {@code demo} do so by themselves
 * @param keeps how long what was fetched holds until it is asked for again
 */
record MetadataSettings(boolean fetches, Duration keeps, URI igdbUrl) {

    static final Duration USUAL = Duration.ofDays(7);
    static final Duration SHORTEST = Duration.ofHours(1);

    static MetadataSettings of(Sources sources) {
        return new MetadataSettings(
                sources.find(Variable.STREAMGAUGE_METADATA)
                        .map(MetadataSettings::fetches)
                        .orElse(true),
                sources.find(Variable.STREAMGAUGE_KEEP_METADATA)
                        .map(MetadataSettings::keeps)
                        .orElse(USUAL),
                sources.find(Variable.IGDB_API_URL)
                        .map(TwitchAccess::web)
                        .map(URI::create)
                        .orElse(URI.create(TwitchSettings.DEFAULT_IGDB_URL)));
    }

    MetadataSettings at(URI otherIgdbUrl) {
        return new MetadataSettings(fetches, keeps, otherIgdbUrl);
    }

    private static boolean fetches(Given given) {
        return switch (given.text()) {
            case "on" -> true;
            case "off" -> false;
            default -> throw given.refused("on or off");
        };
    }

    private static Duration keeps(Given given) {
        String expected = "a time of at least " + SHORTEST + ", such as P7D";
        Duration time = given.as(Duration::parse, expected);
        if (time.compareTo(SHORTEST) < 0) {
            throw given.refused(expected);
        }
        return time;
    }
}
