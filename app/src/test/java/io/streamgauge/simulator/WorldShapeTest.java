package io.streamgauge.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

/** The world against what is known of Twitch: sizes, shares and the daily cycle. */
final class WorldShapeTest {
    private static final Instant TUESDAY = Instant.parse("2026-11-17T00:00:00Z");
    private static final World WORLD = World.of(11, 10_000);

    @Test
    void aWeekHasItsStreamsAndViewersOnAverage() {
        double streams = 0;
        double viewers = 0;
        int snapshots = 7 * 24;
        for (int hour = 0; hour < snapshots; hour++) {
            List<LiveStream> live = WORLD.liveAt(TUESDAY.plus(Duration.ofHours(hour)));
            streams += live.size();
            viewers += viewers(live);
        }
        assertThat(streams / snapshots).isCloseTo(10_000, within(300.0));
        assertThat(viewers / snapshots).isCloseTo(240_000, within(30_000.0));
    }

    @Test
    void mostStreamsAreSmallAndAFewAreVeryLarge() {
        for (int hour = 1; hour < 24; hour += 6) {
            List<LiveStream> live = WORLD.liveAt(TUESDAY.plus(Duration.ofHours(hour)));
            assertThat(share(live, count -> count == 0)).isBetween(0.10, 0.20);
            assertThat(share(live, count -> count >= 1 && count <= 5)).isBetween(0.55, 0.65);
            assertThat(share(live, count -> count >= 6 && count <= 25)).isBetween(0.15, 0.20);
            assertThat(share(live, count -> count > 25)).isBetween(0.05, 0.08);
            assertThat(share(live, count -> count > 1000)).isBetween(0.0025, 0.007);
        }
    }

    @Test
    void daysHaveALowInTheMorningAndAPeakInTheEvening() {
        double low = streams("2026-11-18T07:00:00Z", "2026-11-19T07:00:00Z");
        double lateLow = streams("2026-11-18T09:00:00Z", "2026-11-19T09:00:00Z");
        double peak = streams("2026-11-18T19:00:00Z", "2026-11-19T19:00:00Z");
        double afterwards = streams("2026-11-18T23:30:00Z", "2026-11-19T23:30:00Z");

        assertThat(peak / low).isBetween(1.9, 2.5);
        assertThat(lateLow).isLessThan(low * 1.15);
        assertThat(afterwards).isLessThan(peak * 0.95);
    }

    @Test
    void everyLanguageHasItsEvening() {
        assertThat(streamsIn("ja", "2026-11-18T12:00:00Z")).isGreaterThan(2 * streamsIn("ja", "2026-11-18T21:00:00Z"));
        assertThat(streamsIn("de", "2026-11-18T19:00:00Z")).isGreaterThan(2 * streamsIn("de", "2026-11-18T05:00:00Z"));
        assertThat(streamsIn("en", "2026-11-18T19:00:00Z")).isGreaterThan(4000);
    }

    @Test
    void categoriesHaveAHeavyHeadAndALongTail() {
        List<LiveStream> live = WORLD.liveAt(TUESDAY.plus(Duration.ofHours(19)));
        Set<String> categories = new HashSet<>();
        live.forEach(stream -> categories.add(stream.gameId()));

        assertThat(categories).contains("").hasSizeBetween(1000, 4001);
        assertThat(live.stream()
                        .filter(stream -> stream.gameName().equals("Just Chatting"))
                        .count())
                .isBetween(live.size() / 20L, live.size() / 6L);
    }

    private static double streams(String... times) {
        double sum = 0;
        for (String time : times) {
            sum += WORLD.liveAt(Instant.parse(time)).size();
        }
        return sum;
    }

    private static long streamsIn(String language, String time) {
        return WORLD.liveAt(Instant.parse(time)).stream()
                .filter(stream -> stream.language().equals(language))
                .count();
    }

    private static long viewers(List<LiveStream> live) {
        return live.stream().mapToLong(LiveStream::viewerCount).sum();
    }

    private static double share(List<LiveStream> live, IntPredicate counted) {
        return (double) live.stream()
                        .mapToInt(LiveStream::viewerCount)
                        .filter(counted)
                        .count()
                / live.size();
    }
}
