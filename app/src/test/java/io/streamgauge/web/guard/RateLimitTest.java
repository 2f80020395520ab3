package io.streamgauge.web.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class RateLimitTest {

    private final AtomicLong nanos = new AtomicLong(-5);

    @Test
    void aMinutesWorthPassesAtOnceAndThenAsItRefills() {
        RateLimit rate = rate(60, Limits.Loopback.EXEMPT);
        for (int request = 0; request < 60; request++) {
            assertThat(rate.take(client("192.0.2.1"))).isEmpty();
        }
        assertThat(rate.take(client("192.0.2.1"))).hasValue(Duration.ofSeconds(1));
        assertThat(rate.take(client("192.0.2.2"))).isEmpty();

        nanos.addAndGet(Duration.ofMillis(500).toNanos());
        assertThat(rate.take(client("192.0.2.1"))).hasValue(Duration.ofMillis(500));
        nanos.addAndGet(Duration.ofMillis(500).toNanos());
        assertThat(rate.take(client("192.0.2.1"))).isEmpty();
        assertThat(rate.take(client("192.0.2.1"))).isPresent();
    }

    @Test
    void neverMoreThanAMinutesWorthIsKept() {
        RateLimit rate = rate(2, Limits.Loopback.EXEMPT);
        rate.take(client("192.0.2.1"));
        nanos.addAndGet(Duration.ofDays(1).toNanos());

        assertThat(rate.take(client("192.0.2.1"))).isEmpty();
        assertThat(rate.take(client("192.0.2.1"))).isEmpty();
        assertThat(rate.take(client("192.0.2.1"))).isPresent();
    }

    @Test
    void aNetworkOfIpv6IsOneClient() {
        RateLimit rate = rate(1, Limits.Loopback.EXEMPT);

        assertThat(rate.take(client("2001:db8:1:2::1"))).isEmpty();
        assertThat(rate.take(client("2001:db8:1:2:ffff::9"))).isPresent();
        assertThat(rate.take(client("2001:db8:1:3::1"))).isEmpty();
    }

    @Test
    void thisMachineIsExemptUnlessItIsNot() {
        RateLimit exempt = rate(1, Limits.Loopback.EXEMPT);
        RateLimit limited = rate(1, Limits.Loopback.LIMITED);
        for (String loopback : new String[] {"127.0.0.1", "::1"}) {
            exempt.take(client(loopback));
            limited.take(client(loopback));

            assertThat(exempt.take(client(loopback))).isEmpty();
            assertThat(limited.take(client(loopback))).isPresent();
        }
    }

    @Test
    void withoutALimitEverythingPasses() {
        RateLimit rate = new RateLimit(
                new Limits(OptionalInt.empty(), Limits.Loopback.LIMITED, Duration.ofSeconds(1)), nanos::get);
        for (int request = 0; request < 10_000; request++) {
            assertThat(rate.take(client("192.0.2.1"))).isEmpty();
        }
    }

    private RateLimit rate(int most, Limits.Loopback loopback) {
        return new RateLimit(new Limits(OptionalInt.of(most), loopback, Duration.ofSeconds(1)), nanos::get);
    }

    private static InetAddress client(String address) {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }
}
