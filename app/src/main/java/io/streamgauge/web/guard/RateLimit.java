package io.streamgauge.web.guard;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Lets so many requests a minute through for each client, all of them at once where it likes. A client is an IPv4 address, or
 * the first 64 bits of an IPv6 address, which one household has as a whole. Safe for use by many threads.
 */
public final class RateLimit {

    private static final int CLIENTS = 10_000;
    private static final double NANOS_PER_MINUTE = 60e9;
    private static final int NETWORK_BYTES = 8;

    private final Limits limits;
    private final LongSupplier nanos;
    private final Map<ByteBuffer, Bucket> buckets = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Bucket> eldest) {
            return size() > CLIENTS;
        }
    };

    /** @param nanos a clock that only goes forward */
    public RateLimit(Limits limits, LongSupplier nanos) {
        this.limits = limits;
        this.nanos = nanos;
    }

    /** How long the client must wait, empty where its request passes. */
    public Optional<Duration> take(InetAddress client) {
        boolean isExempt = client.isLoopbackAddress() && limits.loopback() == Limits.Loopback.EXEMPT;
        if (limits.requestsPerMinute().isEmpty() || isExempt) {
            return Optional.empty();
        }
        int most = limits.requestsPerMinute().getAsInt();
        synchronized (buckets) {
            return buckets.computeIfAbsent(key(client), key -> new Bucket(most, nanos.getAsLong()))
                    .take(most, nanos.getAsLong());
        }
    }

    private static ByteBuffer key(InetAddress client) {
        byte[] bytes = client.getAddress();
        return ByteBuffer.wrap(client instanceof Inet6Address ? Arrays.copyOf(bytes, NETWORK_BYTES) : bytes);
    }

    /** What a client may still ask for, refilled all the time. */
    private static final class Bucket {

        private double left;
        private long lookedAt;

        Bucket(double left, long now) {
            this.left = left;
            this.lookedAt = now;
        }

        Optional<Duration> take(int most, long now) {
            left = Math.min(most, left + (now - lookedAt) * most / NANOS_PER_MINUTE);
            lookedAt = now;
            if (left < 1) {
                return Optional.of(Duration.ofNanos((long) Math.ceil((1 - left) * NANOS_PER_MINUTE / most)));
            }
            left--;
            return Optional.empty();
        }
    }
}
