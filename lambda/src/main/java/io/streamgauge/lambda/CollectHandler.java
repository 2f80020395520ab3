package io.streamgauge.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.streamgauge.collector.CollectResult;
import io.streamgauge.lake.CrawlRecord;
import io.streamgauge.lake.SnapshotId;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes the snapshot for the slot that an event names. It answers where a complete one lies in landing afterwards, and throws
 * where none does, so that whoever called tries again and in the end sounds an alarm. The same event again changes nothing.
 */
public final class CollectHandler implements RequestStreamHandler {

    /** What is kept of an invocation's time for the last answer, writing the file and landing it. */
    static final Duration RESERVE = Duration.ofSeconds(90);

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private final Settings settings;
    private final Clock clock;
    private final Crawl crawl;

    /** What Lambda calls. Settings that cannot be right fail here, so that such a version is not published. */
    public CollectHandler() {
        this(System.getenv(), Clock.systemUTC(), Path.of(System.getProperty("java.io.tmpdir"), "streamgauge"));
    }

    CollectHandler(Map<String, String> variables, Clock clock, Path folder) {
        this.settings = Settings.of(variables);
        this.clock = clock;
        Workplace place = new Workplace(folder);
        this.crawl = new Crawl(settings, place, clock);
        Rehearsal.hold(place);
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        Duration left = Duration.ofMillis(context.getRemainingTimeInMillis());
        Instant now = clock.instant();
        SnapshotId slot =
                ScheduledSlot.of(event.readAllBytes(), settings.collect().schedule(), now);
        if (left.compareTo(RESERVE) <= 0) {
            throw new CollectException(
                    "The function has " + left.toSeconds() + " s left, of which " + RESERVE.toSeconds()
                            + " s are kept for landing what was received: set its timeout to some minutes");
        }
        answer.write(JSON.writeValueAsBytes(outcome(slot, now.plus(left).minus(RESERVE))));
    }

    private Outcome outcome(SnapshotId slot, Instant end) {
        CollectResult result;
        try {
            result = crawl.take(slot, end);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CollectException("The crawl for " + slot.at() + " was interrupted");
        } finally {
            // what a crawl leaves behind in a warm function is collected now: memory, and the threads and sockets of
            // its clients
            System.gc();
        }
        if (!(result instanceof CollectResult.Landed landed)) {
            return Outcome.alreadyLanded(slot, settings.environment());
        }
        CrawlRecord record = landed.crawl();
        System.out.println(Figures.line(record, settings.environment(), clock.millis()));
        if (!record.complete()) {
            throw new CollectException("The snapshot of " + slot.at() + " is partial: " + record.reason());
        }
        return Outcome.complete(record, settings.environment());
    }
}
