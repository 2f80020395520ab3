package io.streamgauge.metadata;

import io.streamgauge.lake.CategoryFacts;
import io.streamgauge.lake.CategoryMetadata;
import io.streamgauge.lake.MetadataFormat;
import io.streamgauge.twitch.HelixGame;
import io.streamgauge.twitch.IgdbClient;
import io.streamgauge.twitch.TwitchClient;
import io.streamgauge.twitch.TwitchException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Asks about categories that nothing is known of yet, then about those whose facts are old. One fetches at a time. */
public final class MetadataFetcher {

    /** A batch is kept as a whole: a call to Helix, and up to three to IGDB. */
    static final int BATCH = HelixGame.MOST_IDS;

    private final TwitchClient twitch;
    private final Games games;
    private final CategoryMetadata metadata;
    private final MetadataFormat format;
    private final Duration keeps;
    private final Clock clock;

    /** @param keeps how long facts hold until they are asked for again */
    public MetadataFetcher(
            TwitchClient twitch,
            IgdbClient igdb,
            CategoryMetadata metadata,
            MetadataFormat format,
            Duration keeps,
            Clock clock) {
        this.twitch = twitch;
        this.games = new Games(igdb);
        this.metadata = metadata;
        this.format = format;
        this.keeps = keeps;
        this.clock = clock;
    }

    /**
     * Fetches what is missing or old; what was fetched before a failure is kept.
     *
     * @param met the ids of all categories that were met
     * @throws TwitchException where Twitch or IGDB cannot be had
     */
    public synchronized MetadataResult fetch(List<String> met, MetadataListener listener) throws InterruptedException {
        List<String> due = due(met);
        MetadataResult result = new MetadataResult(met.size(), 0, 0, 0);
        for (int from = 0; from < due.size(); from += BATCH) {
            List<String> batch = due.subList(from, Math.min(due.size(), from + BATCH));
            List<CategoryFacts> facts = games.facts(batch, twitch.games(batch), clock.instant());
            metadata.add(facts, format);
            result = result.plus(
                    facts.size(),
                    (int) facts.stream().filter(each -> each.game() != null).count(),
                    (int) facts.stream().filter(each -> !each.known()).count());
            listener.fetched(result.fetched(), due.size());
        }
        return result;
    }

    private List<String> due(List<String> met) {
        Map<String, Instant> fetchedAt = metadata.fetchedAt(format);
        Instant old = clock.instant().minus(keeps);
        return met.stream()
                .distinct()
                .filter(id -> !fetchedAt.getOrDefault(id, Instant.MIN).isAfter(old))
                .sorted(Comparator.comparing(id -> fetchedAt.getOrDefault(id, Instant.MIN)))
                .toList();
    }
}
