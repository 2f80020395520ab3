package io.streamgauge.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.engine.Provided;
import io.streamgauge.lake.LandingRow;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Where a thousand channels have 100 viewers and more for long enough, the smaller ones are not looked at: so in the first
 * hour, and not in the second, in which fewer of the large ones stay for all of it.
 */
final class ManyLargeChannelsTest {

    private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");
    private static final long CHANNELS = 1_600;
    private static final int PLACES = 1_000;
    private static final int SLOTS = 4;

    @TempDir
    Path folder;

    private LakeFixture lake;

    @BeforeEach
    void transformsTwoHours() {
        lake = LakeFixture.in(folder);
        for (int slot = 0; slot < 2 * SLOTS; slot++) {
            List<LandingRow> rows = new ArrayList<>();
            for (long channel = 1; channel <= CHANNELS; channel++) {
                if (isLive(channel, slot)) {
                    rows.add(LakeFixture.row(10 * channel, channel, "" + channel % 3, viewers(channel, slot)));
                }
            }
            lake.land(START.plusSeconds(LakeFixture.CADENCE * slot), true, rows);
        }
        lake.transform();
    }

    @AfterEach
    void closes() {
        lake.close();
    }

    /** Channels from 1101 on never have 100 viewers, those from 1301 on are large and not live for long. */
    private static long viewers(long channel, int slot) {
        if (channel > 1_300) {
            return 5_000 + channel;
        }
        return channel > 1_100 ? 99 - slot : 100 + channel * 7919 % 900 + slot;
    }

    private static boolean isLive(long channel, int slot) {
        boolean stays = slot < SLOTS ? channel <= 1_300 : channel <= 900 || channel > 1_100 && channel <= 1_300;
        return stays || slot % SLOTS == 1;
    }

    /** Figures of a channel in an hour. */
    private record Sums(long channel, long viewerSeconds, long liveSeconds, long peak) {

        static Sums of(long channel, int hour) {
            long viewerSeconds = 0;
            long liveSeconds = 0;
            long peak = 0;
            for (int slot = hour * SLOTS; slot < (hour + 1) * SLOTS; slot++) {
                if (isLive(channel, slot)) {
                    viewerSeconds += LakeFixture.CADENCE * viewers(channel, slot);
                    liveSeconds += LakeFixture.CADENCE;
                    peak = Math.max(peak, viewers(channel, slot));
                }
            }
            return new Sums(channel, viewerSeconds, liveSeconds, peak);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void findsThoseLongestOnAir(int hour) {
        assertThat(places("gold_lasting_channels", "place", hour)).isEqualTo(expected(Sums::liveSeconds, hour));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void findsThoseMostWatchedAndThoseWithTheHighestPeak(int hour) {
        assertThat(places("gold_leading_channels", "hours_place", hour)).isEqualTo(expected(Sums::viewerSeconds, hour));
        assertThat(places("gold_leading_channels", "peak_place", hour)).isEqualTo(expected(Sums::peak, hour));
    }

    private static List<Long> expected(ToLongFunction<Sums> metric, int hour) {
        return LongStream.rangeClosed(1, CHANNELS)
                .mapToObj(channel -> Sums.of(channel, hour))
                .sorted(Comparator.comparingLong(metric)
                        .thenComparingLong(Sums::peak)
                        .reversed()
                        .thenComparingLong(Sums::channel))
                .limit(PLACES)
                .map(Sums::channel)
                .toList();
    }

    private List<Long> places(String table, String place, int hour) {
        String sql = "select channel_id from %1$s where period = 'hour' and period_start = %2$s and %3$s is not null"
                + " order by %3$s";
        Instant from = START.plusSeconds(3_600L * hour);
        return lake.select(
                sql.formatted(table, Provided.literal(from), place), List.of(table), row -> row.number("channel_id"));
    }
}
