package io.streamgauge.web.metrics;

import java.util.List;

/** Every figure of our own at {@code /metrics}, by the name that Prometheus knows; docs/metrics.md shows them. */
public enum Metric {
    REQUESTS(
            "streamgauge_http_requests_seconds",
            Kind.HISTOGRAM,
            "How long requests took, and how many there were (`_count`). `route` is the template, `(none)` where nothing"
                    + " matched.",
            "method",
            "route",
            "status"),
    REQUESTS_MAX(
            "streamgauge_http_requests_seconds_max",
            Kind.GAUGE,
            "The slowest request of the last minutes.",
            "method",
            "route",
            "status"),

    LAKE_READABLE(
            "streamgauge_lake_readable",
            Kind.GAUGE,
            "1 where the lake could be read at the last look; 0 where the figures below are from before."),
    PUBLISHED_AT("streamgauge_published_timestamp_seconds", Kind.GAUGE, "When tables were published last."),
    SNAPSHOT_AT(
            "streamgauge_snapshot_timestamp_seconds",
            Kind.GAUGE,
            "The time of the newest complete snapshot, in Unix time."),
    SNAPSHOT_AGE(
            "streamgauge_snapshot_age_seconds",
            Kind.GAUGE,
            "Time since the newest complete snapshot; of simulated data by its own clock."),
    CADENCE("streamgauge_cadence_seconds", Kind.GAUGE, "The planned time between snapshots."),
    VIEWERS("streamgauge_snapshot_viewers", Kind.GAUGE, "Viewers of all channels in the newest snapshot."),
    CHANNELS("streamgauge_snapshot_channels", Kind.GAUGE, "Live channels in the newest snapshot."),
    CATEGORIES("streamgauge_snapshot_categories", Kind.GAUGE, "Categories with a live channel in the newest snapshot."),

    CRAWL_DURATION("streamgauge_crawl_duration_seconds", Kind.GAUGE, "How long the newest snapshot's crawl took."),
    CRAWL_ROWS("streamgauge_crawl_rows", Kind.GAUGE, "Rows that it received, repeats included."),
    CRAWL_MALFORMED("streamgauge_crawl_malformed_rows", Kind.GAUGE, "Rows among them that did not fit."),
    CRAWL_RECOVERED(
            "streamgauge_crawl_recovered_streams",
            Kind.GAUGE,
            "Live streams that only asking for their channels showed."),
    CRAWL_CALLS("streamgauge_crawl_calls", Kind.GAUGE, "Calls that it made.", "outcome"),
    CRAWL_THROTTLED("streamgauge_crawl_throttled_seconds", Kind.GAUGE, "Time that it waited for the rate limit."),
    CRAWL_CAPTURE(
            "streamgauge_crawl_capture_ratio",
            Kind.GAUGE,
            "Share of the live streams that the listing showed, 0 to 1."),

    SLOTS("streamgauge_slots", Kind.GAUGE, "Slots since the first one that was tried.", "state"),
    RECENT_SLOTS(
            "streamgauge_recent_slots",
            Kind.GAUGE,
            "Slots of the last 24 hours without a complete snapshot, at most the newest hundred.",
            "state"),

    RUN_AT("streamgauge_run_timestamp_seconds", Kind.GAUGE, "When the last run that worked on the tables ended."),
    RUN_DURATION("streamgauge_run_duration_seconds", Kind.GAUGE, "How long it took."),
    RUN_ROWS("streamgauge_run_rows", Kind.GAUGE, "Rows that it wrote."),
    RUN_SNAPSHOTS("streamgauge_run_snapshots", Kind.GAUGE, "Snapshots that it took in."),
    RUN_FAILED("streamgauge_run_failed", Kind.GAUGE, "1 where it failed, 0 where it did not."),
    RUN_ATTEMPT("streamgauge_run_attempt", Kind.GAUGE, "Runs since the last one that did not fail, this one included."),

    EXPECTATION_FAILED(
            "streamgauge_expectation_failed_snapshots",
            Kind.GAUGE,
            "Snapshots of the last seven days that broke an expectation.",
            "expectation",
            "severity"),
    EXPECTATION_BROKEN(
            "streamgauge_expectation_broken",
            Kind.GAUGE,
            "Rows, languages or fields that broke it in them; with severity `quarantine` these are quarantined rows.",
            "expectation",
            "severity"),
    TABLE_ROWS("streamgauge_table_rows", Kind.GAUGE, "Rows of a table.", "table"),
    TABLE_BYTES("streamgauge_table_bytes", Kind.GAUGE, "Bytes of its files.", "table");

    /** As Prometheus names kinds of metrics. */
    enum Kind {
        GAUGE,
        HISTOGRAM
    }

    private final String text;
    private final Kind kind;
    private final String meaning;
    private final List<String> labels;

    Metric(String text, Kind kind, String meaning, String... labels) {
        this.text = text;
        this.kind = kind;
        this.meaning = meaning;
        this.labels = List.of(labels);
    }

    /** The name that Prometheus knows. */
    String text() {
        return text;
    }

    Kind kind() {
        return kind;
    }

    String meaning() {
        return meaning;
    }

    List<String> labels() {
        return labels;
    }
}
