package io.streamgauge.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

final class WorldTest {
    private static final Instant EVENING = Instant.parse("2026-11-17T19:00:00Z");

    @Test
    void theSameSeedGivesTheSameWorld() {
        assertThat(fingerprint(World.of(7, 500), EVENING)).isEqualTo(fingerprint(World.of(7, 500), EVENING));
        assertThat(fingerprint(World.of(7, 500), EVENING)).isNotEqualTo(fingerprint(World.of(8, 500), EVENING));
    }

    /** Holds on every platform and from one version to the next; change it only when the world is meant to change. */
    @Test
    void aWorldStaysAsItIs() {
        assertThat(fingerprint(World.of(7, 500), EVENING)).isEqualTo(2197049971L);
    }

    @Test
    void theOrderOfQuestionsDoesNotMatter() {
        World asked = World.of(3, 300);
        List<Instant> times = IntStream.range(0, 40)
                .mapToObj(number -> EVENING.plus(Duration.ofMinutes(97L * (number * 17 % 40))))
                .toList();
        Map<Instant, Long> first =
                times.stream().collect(Collectors.toMap(Function.identity(), time -> fingerprint(asked, time)));

        List<Instant> sorted = times.stream().sorted(Comparator.reverseOrder()).toList();
        World fresh = World.of(3, 300);
        Map<Instant, Long> second =
                sorted.stream().collect(Collectors.toMap(Function.identity(), time -> fingerprint(fresh, time)));

        assertThat(second).isEqualTo(first);
    }

    @Test
    void severalThreadsSeeOneWorld() {
        World shared = World.of(3, 300);
        List<CompletableFuture<Long>> answers = IntStream.range(0, 12)
                .mapToObj(number -> CompletableFuture.supplyAsync(
                        () -> fingerprint(shared, EVENING.plus(Duration.ofHours(number % 6)))))
                .toList();

        for (int number = 0; number < answers.size(); number++) {
            Instant time = EVENING.plus(Duration.ofHours(number % 6));
            assertThat(answers.get(number).join()).isEqualTo(fingerprint(World.of(3, 300), time));
        }
    }

    @Test
    void streamsComeByDescendingScoreWithoutTies() {
        List<LiveStream> live = World.of(5, 3000).liveAt(EVENING);

        for (int place = 1; place < live.size(); place++) {
            assertThat(live.get(place).score()).isLessThan(live.get(place - 1).score());
            assertThat(live.get(place).viewerCount())
                    .isBetween(0, live.get(place - 1).viewerCount());
        }
    }

    @Test
    void broadcastsGoOnFromSnapshotToSnapshot() {
        World world = World.of(5, 500);
        Map<String, String> facts = new HashMap<>();
        Map<String, Instant> lastSeen = new HashMap<>();
        List<String> contradictions = new ArrayList<>();
        for (int snapshot = 0; snapshot < 96; snapshot++) {
            Instant time = EVENING.plus(Duration.ofMinutes(15L * snapshot));
            Set<String> channels = new HashSet<>();
            for (LiveStream stream : world.liveAt(time)) {
                String now = stream.startedAt() + " " + stream.userId() + " " + stream.userLogin();
                String before = facts.put(stream.id(), now);
                Instant seen = lastSeen.put(stream.id(), time);
                boolean goesOn = seen == null || seen.equals(time.minus(Duration.ofMinutes(15))) && now.equals(before);
                Duration age = Duration.between(stream.startedAt(), time);
                boolean plausible = !age.isNegative() && age.compareTo(Duration.ofHours(12)) < 0;
                if (!goesOn || !plausible || !channels.add(stream.userId())) {
                    contradictions.add(time + " " + stream.id() + " " + now);
                }
            }
        }
        assertThat(contradictions).isEmpty();
        assertThat(facts).hasSizeBetween(2_500, 7_500);
    }

    @Test
    void regularStreamersComeBackAtTheirTime() {
        World world = World.of(5, 300);
        Map<String, Set<Instant>> starts = new HashMap<>();
        for (int hour = 0; hour < 7 * 24; hour += 2) {
            for (LiveStream stream : world.liveAt(EVENING.plus(Duration.ofHours(hour)))) {
                starts.computeIfAbsent(stream.userId(), id -> new HashSet<>()).add(stream.startedAt());
            }
        }
        assertThat(starts.values()).filteredOn(days -> days.size() >= 5).hasSizeGreaterThan(300);
    }

    @Test
    void refusesWhatItCannotBe() {
        assertThatThrownBy(() -> World.of(1, 9)).hasMessage("A world has 10 to 300000 live streams on average, not 9");
        World world = World.of(1, 10);
        assertThatThrownBy(() -> world.liveAt(Instant.EPOCH))
                .hasMessage("The simulated world lasts from 1990-01-01T00:00:00Z to 2080-01-01T00:00:00Z, asked for "
                        + "1970-01-01T00:00:00Z");
    }

    private static long fingerprint(World world, Instant time) {
        CRC32 sum = new CRC32();
        sum.update(StreamJson.page(world.liveAt(time), ""));
        return sum.getValue();
    }

    @Test
    void rowsAreJson() {
        String page = new String(StreamJson.page(World.of(1, 100).liveAt(EVENING), ""), StandardCharsets.UTF_8);
        assertThat(page).startsWith("{\"data\":[{\"id\":\"").endsWith("}],\"pagination\":{}}");
    }
}
