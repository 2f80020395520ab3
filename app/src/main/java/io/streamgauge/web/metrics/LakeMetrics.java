package io.streamgauge.web.metrics;

import static io.streamgauge.web.metrics.Metric.CADENCE;
import static io.streamgauge.web.metrics.Metric.CATEGORIES;
import static io.streamgauge.web.metrics.Metric.CHANNELS;
import static io.streamgauge.web.metrics.Metric.CRAWL_CAPTURE;
import static io.streamgauge.web.metrics.Metric.CRAWL_DURATION;
import static io.streamgauge.web.metrics.Metric.CRAWL_MALFORMED;
import static io.streamgauge.web.metrics.Metric.CRAWL_RECOVERED;
import static io.streamgauge.web.metrics.Metric.CRAWL_ROWS;
import static io.streamgauge.web.metrics.Metric.CRAWL_THROTTLED;
import static io.streamgauge.web.metrics.Metric.LAKE_READABLE;
import static io.streamgauge.web.metrics.Metric.PUBLISHED_AT;
import static io.streamgauge.web.metrics.Metric.RUN_AT;
import static io.streamgauge.web.metrics.Metric.RUN_ATTEMPT;
import static io.streamgauge.web.metrics.Metric.RUN_DURATION;
import static io.streamgauge.web.metrics.Metric.RUN_FAILED;
import static io.streamgauge.web.metrics.Metric.RUN_ROWS;
import static io.streamgauge.web.metrics.Metric.RUN_SNAPSHOTS;
import static io.streamgauge.web.metrics.Metric.SNAPSHOT_AGE;
import static io.streamgauge.web.metrics.Metric.SNAPSHOT_AT;
import static io.streamgauge.web.metrics.Metric.VIEWERS;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.streamgauge.analytics.Analytics;
import io.streamgauge.analytics.Status;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the lake's status says, read anew at most every ten seconds, however often somebody asks. */
final class LakeMetrics {

    private static final Logger LOG = LoggerFactory.getLogger(LakeMetrics.class);
    private static final Duration GOOD_FOR = Duration.ofSeconds(10);

    private final Analytics analytics;
    private final Clock clock;
    private final LabelledMetrics labelled;
    private Instant lookedAt = Instant.MIN;
    private volatile Status status;
    private volatile boolean isReadable;

    LakeMetrics(Analytics analytics, Clock clock, MeterRegistry registry) {
        this.analytics = analytics;
        this.clock = clock;
        this.labelled = new LabelledMetrics(registry);
        gauge(registry, LAKE_READABLE, metrics -> metrics.isReadable ? 1 : 0);
        gauge(registry, PUBLISHED_AT, of(status -> status.newest().map(newest -> seconds(status.publishedAt()))));
        gauge(registry, SNAPSHOT_AT, of(status -> status.newest().map(newest -> seconds(newest.snapshotAt()))));
        gauge(registry, SNAPSHOT_AGE, of(status -> SnapshotAge.of(status, clock).map(age -> age.toMillis() / 1000.0)));
        gauge(registry, CADENCE, of(status -> Optional.of(status.cadenceSeconds())));
        gauge(registry, VIEWERS, of(status -> status.newest().map(Status.Newest::viewers)));
        gauge(registry, CHANNELS, of(status -> status.newest().map(Status.Newest::channels)));
        gauge(registry, CATEGORIES, of(status -> status.newest().map(Status.Newest::categories)));
        gauge(registry, CRAWL_DURATION, of(status -> status.newestCrawl().map(Status.Crawl::wallSeconds)));
        gauge(registry, CRAWL_ROWS, of(status -> status.newestCrawl().map(Status.Crawl::rows)));
        gauge(registry, CRAWL_MALFORMED, of(status -> status.newestCrawl().map(Status.Crawl::malformed)));
        gauge(registry, CRAWL_RECOVERED, of(status -> status.newestCrawl().map(Status.Crawl::recovered)));
        gauge(registry, CRAWL_THROTTLED, of(status -> status.newestCrawl().map(Status.Crawl::throttledSeconds)));
        gauge(registry, CRAWL_CAPTURE, of(status -> status.newestCrawl().map(Status.Crawl::captureRate)));
        gauge(registry, RUN_AT, ofRun(run -> seconds(run.endedAt())));
        gauge(registry, RUN_DURATION, ofRun(LakeMetrics::duration));
        gauge(registry, RUN_ROWS, ofRun(Status.Work::rows));
        gauge(registry, RUN_SNAPSHOTS, ofRun(Status.Work::snapshots));
        gauge(registry, RUN_FAILED, ofRun(run -> run.outcome().equals("failed") ? 1 : 0));
        gauge(registry, RUN_ATTEMPT, ofRun(Status.Work::attempt));
    }

    /** Reads the status where what is known of it is too old. */
    synchronized void look() {
        Instant now = clock.instant();
        if (lookedAt.isAfter(now.minus(GOOD_FOR))) {
            return;
        }
        lookedAt = now;
        try {
            status = analytics.status();
            labelled.show(status);
            isReadable = true;
        } catch (RuntimeException e) {
            isReadable = false;
            LOG.warn("Cannot read the lake's status for the metrics, the last one stays: {}", e.getMessage());
        }
    }

    private void gauge(MeterRegistry registry, Metric metric, ToDoubleFunction<LakeMetrics> value) {
        Gauge.builder(metric.text(), this, value).description(metric.meaning()).register(registry);
    }

    private static ToDoubleFunction<LakeMetrics> of(Function<Status, Optional<? extends Number>> value) {
        return metrics -> Optional.ofNullable(metrics.status)
                .flatMap(value)
                .map(Number::doubleValue)
                .orElse(Double.NaN);
    }

    private static ToDoubleFunction<LakeMetrics> ofRun(Function<Status.Work, Number> value) {
        return of(status -> status.runs().stream().findFirst().map(value));
    }

    private static double duration(Status.Work run) {
        return Duration.between(run.startedAt(), run.endedAt()).toMillis() / 1000.0;
    }

    private static double seconds(Instant at) {
        return at.toEpochMilli() / 1000.0;
    }
}
