package io.streamgauge.web;

import io.javalin.http.Context;
import io.streamgauge.analytics.Analytics;
import io.streamgauge.analytics.Status;
import io.streamgauge.web.metrics.Metrics;
import io.streamgauge.web.metrics.SnapshotAge;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Answers those who watch over the server. */
final class Operations {

    private final Analytics analytics;
    private final Metrics metrics;
    private final Optional<Duration> oldest;
    private final Clock clock;

    /** @param oldest the age of the newest snapshot beyond which the server does not count as ready */
    Operations(Analytics analytics, Metrics metrics, Optional<Duration> oldest, Clock clock) {
        this.analytics = analytics;
        this.metrics = metrics;
        this.oldest = oldest;
        this.clock = clock;
    }

    List<ApiRoute> routes() {
        return List.of(
                ApiRoute.of(
                        "/health",
                        "Whether the lake can be read",
                        Json.type(Health.class),
                        (context, parameters, form) -> json(context, Health.of(analytics.status()))),
                ApiRoute.of(
                        "/health/live",
                        "Whether the server lives",
                        Json.type(Life.class),
                        (context, parameters, form) -> json(context, new Life("ok"))),
                ApiRoute.of(
                        "/health/ready",
                        "Whether there is a snapshot that is young enough",
                        Json.type(Health.class),
                        (context, parameters, form) -> ready(context)),
                ApiRoute.text(
                        "/metrics",
                        "Metrics in Prometheus' text format",
                        Metrics.CONTENT_TYPE,
                        (context, parameters, form) -> metrics(context)));
    }

    /** That the server lives. */
    private record Life(String status) {}

    private void ready(Context context) {
        Status status = analytics.status();
        Duration age = SnapshotAge.of(status, clock)
                .orElseThrow(() -> RefusedRequest.notReady("Nothing is published yet: there is no snapshot"));
        if (oldest.isPresent() && age.compareTo(oldest.get()) > 0) {
            throw RefusedRequest.notReady("The newest snapshot, "
                    + status.newest().orElseThrow().snapshotAt() + ", is older than " + oldest.get());
        }
        json(context, Health.of(status));
    }

    private void metrics(Context context) {
        context.header("Cache-Control", "no-store");
        context.contentType(Metrics.CONTENT_TYPE).result(metrics.text());
    }

    private static void json(Context context, Object answer) {
        context.header("Cache-Control", "no-store");
        context.contentType(Answers.JSON).result(Json.bytes(answer));
    }
}
