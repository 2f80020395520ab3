package io.streamgauge.twitch;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * Twitch's Helix API. Every method tries again what may pass, keeps within the rate limit, and throws
 * {@link TwitchException} when it gives up. One client is shared by all threads.
 */
public final class TwitchClient {

    private final Helix helix;
    private final Transport transport;
    private final URI streams;

    private TwitchClient(Helix helix, Transport transport, URI streams) {
        this.helix = helix;
        this.transport = transport;
        this.streams = streams;
    }

    /** A client that makes no call before it is asked to. */
    public static TwitchClient open(TwitchSettings settings, Clock clock, Waiter waiter) {
        return open(settings, clock, waiter, new Random());
    }

    static TwitchClient open(TwitchSettings settings, Clock clock, Waiter waiter, RandomGenerator random) {
        Secrets secrets = new Secrets();
        secrets.add(settings.clientSecret());
        Transport transport = new Transport(settings, clock);
        Caller caller = new Caller(transport, secrets);
        Backoff backoff = new Backoff(random);
        TokenFile file = new TokenFile(settings.tokenFile(), settings.clientId(), settings.authUrl());
        Tokens tokens = new Tokens(new TokenService(settings), file, caller, secrets, backoff, clock, waiter);
        RateLimiter limiter = new RateLimiter(clock, waiter, backoff);
        Helix helix = new Helix(settings.clientId(), caller, tokens, limiter, backoff, waiter);
        return new TwitchClient(helix, transport, URI.create(settings.apiUrl() + "/streams"));
    }

    public StreamsPage firstStreams(StreamsFilter filter) throws InterruptedException {
        return helix.call(new GetStreams(streams, filter, null));
    }

    /** @param filter the one that the page before had */
    public StreamsPage streamsAfter(StreamsFilter filter, String cursor) throws InterruptedException {
        return helix.call(new GetStreams(streams, filter, Objects.requireNonNull(cursor, "cursor")));
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
