package io.streamgauge.simulator;

import java.time.Duration;
import java.util.Map;

/**
 * How the simulated Twitch answers.
 *
 * @param host the address to listen on
 * @param port 0 takes a free one
 * @param latency before every answer
 * @param jitter up to this much is added to the latency, at random
 * @param clients the accepted client ids, each with its secret; any are accepted where there are none
 * @param listingEvery simulated time after which the listing is brought up to date
 * @param stall how long {@link Fault#STALL} holds an answer back
 * @param faultSeed what the dice of faults follow from
 */
public record SimulatorSettings(
        String host,
        int port,
        Duration latency,
        Duration jitter,
        RateLimit rateLimit,
        Map<String, String> clients,
        Duration tokenLife,
        Duration listingEvery,
        Duration stall,
        long faultSeed) {
    private static final String LOOPBACK = "127.0.0.1";

    public SimulatorSettings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("The simulator's port lies between 0 and 65535, not at " + port);
        }
        refuseBelow(Duration.ZERO, latency, "latency");
        refuseBelow(Duration.ZERO, jitter, "jitter");
        refuseBelow(Duration.ofSeconds(1), tokenLife, "token life");
        refuseBelow(Duration.ofSeconds(1), listingEvery, "time between listings");
        refuseBelow(Duration.ZERO, stall, "stall");
        clients = Map.copyOf(clients);
    }

    public static SimulatorSettings defaults() {
        return new SimulatorSettings(
                LOOPBACK,
                0,
                Duration.ZERO,
                Duration.ZERO,
                RateLimit.TWITCH,
                Map.of(),
                Duration.ofDays(60),
                Duration.ofSeconds(5),
                Duration.ofSeconds(20),
                1);
    }

    public SimulatorSettings withPort(int other) {
        return new SimulatorSettings(
                host, other, latency, jitter, rateLimit, clients, tokenLife, listingEvery, stall, faultSeed);
    }

    public SimulatorSettings withLatency(Duration other, Duration otherJitter) {
        return new SimulatorSettings(
                host, port, other, otherJitter, rateLimit, clients, tokenLife, listingEvery, stall, faultSeed);
    }

    public SimulatorSettings withRateLimit(RateLimit other) {
        return new SimulatorSettings(
                host, port, latency, jitter, other, clients, tokenLife, listingEvery, stall, faultSeed);
    }

    public SimulatorSettings withClients(Map<String, String> secretsById) {
        return new SimulatorSettings(
                host, port, latency, jitter, rateLimit, secretsById, tokenLife, listingEvery, stall, faultSeed);
    }

    public SimulatorSettings withTokenLife(Duration other) {
        return new SimulatorSettings(
                host, port, latency, jitter, rateLimit, clients, other, listingEvery, stall, faultSeed);
    }

    public SimulatorSettings withListingEvery(Duration other) {
        return new SimulatorSettings(
                host, port, latency, jitter, rateLimit, clients, tokenLife, other, stall, faultSeed);
    }

    public SimulatorSettings withHost(String other) {
        return new SimulatorSettings(
                other, port, latency, jitter, rateLimit, clients, tokenLife, listingEvery, stall, faultSeed);
    }

    public SimulatorSettings withStall(Duration other) {
        return new SimulatorSettings(
                host, port, latency, jitter, rateLimit, clients, tokenLife, listingEvery, other, faultSeed);
    }

    public SimulatorSettings withFaultSeed(long other) {
        return new SimulatorSettings(
                host, port, latency, jitter, rateLimit, clients, tokenLife, listingEvery, stall, other);
    }

    @Override
    public String toString() {
        return "SimulatorSettings[host=" + host + ", port=" + port + ", latency=" + latency + ", jitter=" + jitter
                + ", rateLimit="
                + rateLimit + ", clients=" + clients.keySet() + ", tokenLife=" + tokenLife + ", listingEvery="
                + listingEvery + ", stall=" + stall + ", faultSeed=" + faultSeed + "]";
    }

    private static void refuseBelow(Duration least, Duration found, String name) {
        if (found.compareTo(least) < 0) {
            throw new IllegalArgumentException("The simulator's " + name + " is at least " + least + ", not " + found);
        }
    }
}
