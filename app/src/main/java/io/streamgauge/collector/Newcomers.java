package io.streamgauge.collector;

import io.streamgauge.lake.CrawlRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Streams that the last snapshot cannot vouch for. What share of them a crawl misses shows one snapshot later: a stream that
 * says that it began before the last snapshot, and is not in it, was missed then.
 */
final class Newcomers {

    private static final int FEWEST = 50;

    private final Optional<Previous> previous;
    private final Instant then;
    private final Instant earlier;
    private final Instant now;
    private int young;
    private int found;
    private int late;

    Newcomers(Optional<Previous> previous, Instant now) {
        this.previous = previous;
        this.now = now;
        this.then = previous.map(before -> before.crawl().snapshotAt()).orElse(now);
        this.earlier = then.minus(Duration.between(then, now));
    }

    /** Counts a stream when it is listed for the first time. */
    void see(long stream, String startedAt) {
        if (previous.isEmpty() || startedAt == null) {
            return;
        }
        Instant start;
        try {
            start = Instant.parse(startedAt);
        } catch (DateTimeParseException e) {
            return;
        }
        if (!start.isBefore(then)) {
            young += start.isBefore(now) ? 1 : 0;
        } else if (!start.isBefore(earlier)) {
            boolean wasFound = previous.get().hadStream(stream);
            found += wasFound ? 1 : 0;
            late += wasFound ? 0 : 1;
        }
    }

    /** Listed streams that began since the last snapshot and before this one. */
    int young() {
        return young;
    }

    /**
     * The share of newcomers that the last snapshot missed, empty where it is not complete, was crawled in another way, or there
     * are too few to tell.
     */
    OptionalDouble missedShare(CrawlMode mode) {
        boolean tells = found >= FEWEST
                && previous.map(Previous::crawl)
                        .filter(CrawlRecord::complete)
                        .filter(crawl -> crawl.mode().equals(mode.text()))
                        .isPresent();
        return tells ? OptionalDouble.of((double) late / (late + found)) : OptionalDouble.empty();
    }
}
