package io.streamgauge.engine;

import java.time.Duration;
import java.util.Optional;

/**
 * How long each layer is kept after it was received; empty keeps it for ever. Gold is always kept.
 *
 * @param landing snapshots as received, and single rows and files that were refused
 * @param silver observations; a day goes when all of it is older
 * @param names the names of channels, and the titles and tags of broadcasts; likewise
 */
public record Keeping(Optional<Duration> landing, Optional<Duration> silver, Optional<Duration> names) {

    public static final Keeping FOREVER = new Keeping(Optional.empty(), Optional.empty(), Optional.empty());

    /** The collector asks for what the last snapshots showed. */
    public static final Duration SHORTEST_LANDING = Duration.ofHours(1);

    /** The window of a week rests on observations, and so does what arrives late. */
    public static final Duration SHORTEST_SILVER = Duration.ofDays(9);

    public static final Duration SHORTEST_NAMES = Duration.ofHours(1);
}
