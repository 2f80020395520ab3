package io.streamgauge.web;

import io.streamgauge.analytics.Curves;
import io.streamgauge.analytics.Meta;
import io.streamgauge.analytics.RankHistory;
import io.streamgauge.analytics.Records;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Made-up records, ranks by day and curves. */
final class FakePatterns {

    private FakePatterns() {}

    static Records records(Meta meta, FakeWorld world, FakeWorld.Channel channel) {
        Instant at = Instant.parse("2026-11-21T20:15:00Z");
        FakeWorld.Category category = world.categories().get(0);
        return new Records(
                meta,
                List.of(
                        peak(Records.Kind.PLATFORM_VIEWERS, 3_412_007, at, null, null),
                        peak(Records.Kind.PLATFORM_CHANNELS, 131_204, at.plusSeconds(900), null, null),
                        peak(Records.Kind.CHANNEL_VIEWERS, 181_930, at, channel.id(), channel.name()),
                        peak(Records.Kind.CATEGORY_VIEWERS, 704_112, at, category.id(), category.name())));
    }

    private static Records.Peak peak(Records.Kind kind, long value, Instant at, String id, String name) {
        return new Records.Peak(kind, value, at, 0.9896, id, name);
    }

    /** A rank that comes and goes, unless there never was one. */
    static RankHistory ranks(Meta meta, long best, Instant end) {
        List<RankHistory.Day> days = new ArrayList<>();
        Instant day = meta.from().truncatedTo(ChronoUnit.DAYS);
        for (int number = 0; day.isBefore(meta.to()) && day.isBefore(end); number++) {
            Instant next = day.plus(Duration.ofDays(1));
            boolean isRanked = best <= RankHistory.CHANNELS && number % 9 != 4;
            days.add(new RankHistory.Day(
                    day, next, isRanked ? Long.valueOf(best + number % 5) : null, isRanked ? 41_000.5 - number : null));
            day = next;
        }
        return new RankHistory(meta, days);
    }

    static Curves curves(Meta meta, List<String> ids) {
        boolean isByHour = Duration.between(meta.from(), meta.to()).compareTo(Duration.ofDays(3)) <= 0;
        Duration step = isByHour ? Duration.ofHours(1) : Duration.ofDays(1);
        List<Instant> at = new ArrayList<>();
        for (Instant time = meta.from().truncatedTo(isByHour ? ChronoUnit.HOURS : ChronoUnit.DAYS);
                time.isBefore(meta.to());
                time = time.plus(step)) {
            at.add(time);
        }
        List<Curves.Row> rows = new ArrayList<>();
        for (String id : ids) {
            List<Double> values = new ArrayList<>();
            for (int i = 0; i < at.size(); i++) {
                values.add(i == 3 ? null : Double.valueOf(1000 * (1.5 + Math.sin(i / 3.0 + rows.size()))));
            }
            rows.add(new Curves.Row(id, values));
        }
        return new Curves(meta, isByHour ? "hour" : "day", at, rows);
    }
}
