package io.streamgauge.simulator;

import java.time.Duration;
import java.util.Map;

/**
 * How the simulated Twitch answers.
 *
 * @param port 0 takes a free one
 * @param latency before every answer
 * @param jitter up to this much is added to the latency, at random
 * @param clients the accepted client ids, each with its secret; any are accepted where there are none
 * @param listingEvery simulated time after which the listing is brought up to date
 */
public record SimulatorSettings(
        int port,
        Duration latency,
        Duration jitter,
        RateLimit rateLimit,
        Map<String, String> clients,
        Duration tokenLife,
        Duration listingEvery) {

    public SimulatorSettings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("The simulator's port lies between 0 and 65535, not at " + port);
        }
        refuseBelow(Duration.ZERO, latency, "latency");
        refuseBelow(Duration.ZERO, jitter, "jitter");
        refuseBelow(Duration.ofSeconds(1), tokenLife, "token life");
        refuseBelow(Duration.ofSeconds(1), listingEvery, "time between listings");
        clients = Map.copyOf(clients);
    }

    public static SimulatorSettings defaults() {
        return new SimulatorSettings(
                0,
                Duration.ZERO,
                Duration.ZERO,
                RateLimit.TWITCH,
                Map.of(),
                Duration.ofDays(60),
                Duration.ofSeconds(5));
    }

    public SimulatorSettings withPort(int other) {
        return new SimulatorSettings(other, latency, jitter, rateLimit, clients, tokenLife, listingEvery);
    }

    public SimulatorSettings withLatency(Duration other, Duration otherJitter) {
        return new SimulatorSettings(port, other, otherJitter, rateLimit, clients, tokenLife, listingEvery);
    }

    public SimulatorSettings withRateLimit(RateLimit other) {
        return new SimulatorSettings(port, latency, jitter, other, clients, tokenLife, listingEvery);
    }

    public SimulatorSettings withClients(Map<String, String> secretsById) {
        return new SimulatorSettings(port, latency, jitter, rateLimit, secretsById, tokenLife, listingEvery);
    }

    public SimulatorSettings withTokenLife(Duration other) {
        return new SimulatorSettings(port, latency, jitter, rateLimit, clients, other, listingEvery);
    }

    public SimulatorSettings withListingEvery(Duration other) {
        return new SimulatorSettings(port, latency, jitter, rateLimit, clients, tokenLife, other);
    }

    @Override
    public String toString() {
        return "SimulatorSettings[port=" + port + ", latency=" + latency + ", jitter=" + jitter + ", rateLimit="
                + rateLimit + ", clients=" + clients.keySet() + ", tokenLife=" + tokenLife + ", listingEvery="
                + listingEvery + "]";
    }

    private static void refuseBelow(Duration least, Duration found, String name) {
        if (found.compareTo(least) < 0) {
            throw new IllegalArgumentException("The simulator's " + name + " is at least " + least + ", not " + found);
        }
    }
}
