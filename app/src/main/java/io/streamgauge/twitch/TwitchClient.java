package io.streamgauge.twitch;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Twitch's Helix API. Every method tries again what may pass, keeps within the rate limit, and throws
 * {@link TwitchException} when it gives up. One client is shared by all threads.
 */
public final class TwitchClient {

    /** Four calls a second are allowed. */
    private static final Duration BETWEEN_IGDB_CALLS = Duration.ofMillis(250);

    private final Helix helix;
    private final Transport transport;
    private final URI streams;
    private final URI games;
    private final Function<URI, IgdbClient> igdb;

    private TwitchClient(Helix helix, Transport transport, String url, Function<URI, IgdbClient> igdb) {
        this.helix = helix;
        this.transport = transport;
        this.streams = URI.create(url + "/streams");
        this.games = URI.create(url + "/games");
        this.igdb = igdb;
    }

    /** A client that makes no call before it is asked to. */
    public static TwitchClient open(TwitchSettings settings, Clock clock, Waiter waiter) {
        return open(settings, clock, waiter, Instant.MAX);
    }

    /**
     * A client for a limited time.
     *
     * @param end after it no call begins, and no wait lasts longer: {@link TwitchException.Kind#OUT_OF_TIME}. A call that is
     *     under way then may take its request timeout
     */
    public static TwitchClient open(TwitchSettings settings, Clock clock, Waiter waiter, Instant end) {
        return open(settings, clock, new Until(end, clock, waiter), new Random());
    }

    static TwitchClient open(TwitchSettings settings, Clock clock, Waiter waiter, RandomGenerator random) {
        return open(settings, clock, new Until(Instant.MAX, clock, waiter), random);
    }

    private static TwitchClient open(TwitchSettings settings, Clock clock, Until waiter, RandomGenerator random) {
        Secrets secrets = new Secrets();
        secrets.add(settings.clientSecret());
        Transport transport = new Transport(settings, clock);
        Caller caller = new Caller(transport, secrets, waiter);
        Backoff backoff = new Backoff(random);
        TokenFile file = new TokenFile(settings.tokenFile(), settings.clientId(), settings.authUrl());
        Tokens tokens = new Tokens(new TokenService(settings), file, caller, secrets, backoff, clock, waiter);
        RateLimiter limiter = new RateLimiter(clock, waiter, backoff);
        Helix helix = new Helix(settings.clientId(), caller, tokens, limiter, backoff, waiter);
        Function<URI, IgdbClient> igdb = url -> {
            Pace pace = new Pace(clock, waiter, BETWEEN_IGDB_CALLS);
            Caller paced = new Caller(new Transport(settings, clock, Optional.of(pace)), secrets, waiter);
            RateLimiter refusals = new RateLimiter(clock, waiter, backoff);
            return new IgdbClient(
                    new Helix(settings.clientId(), paced, tokens, refusals, backoff, waiter), url.toString());
        };
        return new TwitchClient(helix, transport, settings.apiUrl().toString(), igdb);
    }

    public StreamsPage firstStreams(StreamsFilter filter) throws InterruptedException {
        return helix.call(new GetStreams(streams, filter, null));
    }

    /** @param filter the one that the page before had */
    public StreamsPage streamsAfter(StreamsFilter filter, String cursor) throws InterruptedException {
        return helix.call(new GetStreams(streams, filter, Objects.requireNonNull(cursor, "cursor")));
    }

    /**
     * Categories by id, those that there are, in no order.
     *
     * @param ids 1 to {@value HelixGame#MOST_IDS}
     */
    public List<HelixGame> games(List<String> ids) throws InterruptedException {
        return helix.call(new GetGames(games, ids));
    }

    /**
     * IGDB, with this client's token. IGDB's limit holds for each such client by itself.
     *
     * @param url IGDB's address, without a slash at the end
     */
    public IgdbClient igdb(URI url) {
        return igdb.apply(url);
    }

    /** What has been spent so far. */
    public TwitchUsage usage() {
        return helix.usage();
    }

    /** How far this machine's clock is ahead of Twitch's, empty before the first answer. */
    public Optional<Duration> clockAhead() {
        return transport.clockAhead();
    }
}
