package io.streamgauge.web;

import io.javalin.http.Context;
import io.streamgauge.analytics.Analytics;
import io.streamgauge.analytics.Period;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;

/** Names what an address answers for as long as the answer stays the same: while the data and this server do. */
final class EntityTags {

    private final Analytics analytics;
    private final Clock clock;
    private final Instant startedAt;

    EntityTags(Analytics analytics, Clock clock) {
        this.analytics = analytics;
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    /** For answers that say how long ago something was: good for the running minute. */
    String ofTheMinute(Context context) {
        return tag(context, clock.instant().truncatedTo(ChronoUnit.MINUTES).toString());
    }

    /** For answers about a period, which is measured up to now while it runs. */
    String of(Context context, Period period) {
        return period.to().isAfter(clock.instant()) ? ofTheMinute(context) : tag(context, "");
    }

    String ofData(Context context) {
        return tag(context, "");
    }

    private String tag(Context context, String time) {
        String all = String.join(
                "\n",
                startedAt.toString(),
                analytics.dataVersion(),
                analytics.gamesVersion(),
                context.path(),
                String.valueOf(context.queryString()),
                String.valueOf(context.header("Accept")),
                time);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return "W/\"" + HexFormat.of().formatHex(hash, 0, 12) + '"';
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("This Java lacks SHA-256", impossible);
        }
    }
}
