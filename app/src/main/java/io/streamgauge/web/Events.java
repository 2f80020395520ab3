package io.streamgauge.web;

import io.javalin.http.Context;
import io.javalin.http.sse.SseClient;
import io.javalin.http.sse.SseHandler;
import io.streamgauge.analytics.Analytics;
import io.streamgauge.analytics.Status;
import io.streamgauge.web.metrics.SnapshotAge;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells those who listen when a new version of the data is published, by server-sent events, and that the server lives. */
final class Events implements AutoCloseable {

    static final String CONTENT_TYPE = "text/event-stream";

    /** Each holds a connection, though no thread. */
    static final int MOST_LISTENERS = 500;

    private static final Logger LOG = LoggerFactory.getLogger(Events.class);
    private static final long LOOK_EVERY_MILLIS = 500;
    private static final long BEAT_EVERY_LOOKS = 30;

    private final Analytics analytics;
    private final Clock clock;
    private final int mostListeners;
    private final Set<SseClient> listeners = ConcurrentHashMap.newKeySet();
    private final SseHandler handler = new SseHandler(this::listen);
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "events");
        thread.setDaemon(true);
        return thread;
    });
    private volatile String told = "";
    private long looks;

    Events(Analytics analytics, Clock clock, int mostListeners) {
        this.analytics = analytics;
        this.clock = clock;
        this.mostListeners = mostListeners;
        looking.scheduleWithFixedDelay(this::look, LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    /**
     * A state that was published.
     *
     * @param snapshotAt the newest complete snapshot, null before the first
     */
    record Published(String dataVersion, Instant publishedAt, Instant snapshotAt) {}

    /** How old the newest snapshot is by now. */
    record Age(long ageSeconds) {}

    ApiRoute route() {
        return ApiRoute.text(
                Api.ROOT + "/events",
                "Server-sent events: 'published' at once and for each new version of the data, 'age' every 15 seconds",
                CONTENT_TYPE,
                (context, parameters, form) -> answer(context));
    }

    private void answer(Context context) {
        String accept = context.header("Accept");
        if (accept == null || !accept.contains(CONTENT_TYPE)) {
            throw RefusedRequest.notAcceptable("Events are sent as " + CONTENT_TYPE + "; ask for them by 'Accept'");
        }
        if (listeners.size() >= mostListeners) {
            throw RefusedRequest.notReady(mostListeners + " listen already, which is the most at once");
        }
        context.header("Cache-Control", "no-store");
        context.header("X-Accel-Buffering", "no");
        handler.handle(context);
    }

    private void listen(SseClient listener) {
        listener.keepAlive();
        listener.onClose(() -> listeners.remove(listener));
        listeners.add(listener);
        tell(listener, "published", published());
    }

    private void look() {
        try {
            String version = analytics.dataVersion();
            if (!version.equals(told)) {
                told = version;
                tellAll("published", published());
            }
            looks++;
            if (looks % BEAT_EVERY_LOOKS == 0) {
                SnapshotAge.of(analytics.status(), clock)
                        .map(Duration::toSeconds)
                        .ifPresent(seconds -> tellAll("age", new Age(seconds)));
            }
        } catch (RuntimeException e) {
            LOG.warn("Cannot tell listeners of new data: {}", e.getMessage());
        }
    }

    private Published published() {
        Status status = analytics.status();
        return new Published(
                status.dataVersion(),
                status.publishedAt(),
                status.newest().map(Status.Newest::snapshotAt).orElse(null));
    }

    private void tellAll(String event, Object data) {
        listeners.forEach(listener -> tell(listener, event, data));
    }

    private void tell(SseClient listener, String event, Object data) {
        if (listener.terminated()) {
            listeners.remove(listener);
        } else {
            listener.sendEvent(event, new String(Json.bytes(data), StandardCharsets.UTF_8));
        }
    }

    @Override
    public void close() {
        looking.shutdownNow();
        listeners.forEach(SseClient::close);
    }
}
