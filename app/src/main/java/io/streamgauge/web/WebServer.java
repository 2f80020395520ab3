package io.streamgauge.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Handler;
import io.javalin.router.Endpoint;
import io.streamgauge.analytics.Analytics;
import io.streamgauge.analytics.Patience;
import io.streamgauge.web.guard.RateLimit;
import io.streamgauge.web.metrics.Metrics;
import java.net.BindException;
import java.net.URI;
import java.nio.channels.UnresolvedAddressException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Serves the dashboard and the API until it is closed. */
public final class WebServer implements AutoCloseable {

    private final WebSettings settings;
    private final Metrics metrics;
    private final Javalin javalin;

    private WebServer(WebSettings settings, Metrics metrics, Javalin javalin) {
        this.settings = settings;
        this.metrics = metrics;
        this.javalin = javalin;
    }

    /**
     * Starts to listen.
     *
     * @throws WebServerException where the address cannot be had
     */
    public static WebServer start(WebSettings settings, Analytics analytics) {
        return start(settings, analytics, Clock.systemUTC());
    }

    static WebServer start(WebSettings settings, Analytics analytics, Clock clock) {
        StaticFiles files = new StaticFiles(settings);
        Templates templates = new Templates(settings);
        Frame frame = new Frame(files, settings.breaks());
        EntityTags tags = new EntityTags(analytics, clock);
        Metrics metrics = new Metrics(analytics, clock);
        Served served = new Served(metrics.requests());
        Javalin javalin = Javalin.create(config -> {
            configure(config);
            Connections.configure(config, settings, served);
            config.router.handlerWrapper(
                    endpoint -> answering(endpoint, settings.limits().requestTime()));
            config.routes.before(SecurityHeaders::add);
            new Guards(settings.access(), new RateLimit(settings.limits(), System::nanoTime)).addTo(config);
            Routes routes = new Routes(config.routes);
            files.addTo(routes);
            BreakPages breaks = new BreakPages(analytics, tags, frame, templates, settings.breaks());
            breaks.addTo(routes);
            new Pages(analytics, tags, frame, templates).addTo(routes);
            List<ApiRoute> answered = new ArrayList<>(new Api(analytics, tags).routes());
            answered.addAll(new Operations(analytics, metrics, settings.oldestSnapshot(), clock).routes());
            answered.add(breaks.route());
            answered.add(OpenApi.route(answered));
            answered.forEach(route -> route.addTo(routes));
            new Failures(frame, templates, settings.limits().requestTime()).addTo(config.routes);
        });
        listen(javalin, settings);
        return new WebServer(settings, metrics, javalin);
    }

    private static void configure(JavalinConfig config) {
        config.http.prefer405over404 = true;
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
    }

    /** An endpoint's handler, whose route is noted and which has its time. */
    private static Handler answering(Endpoint endpoint, Duration time) {
        return !Routes.isOne(endpoint.method)
                ? endpoint.handler
                : context -> {
                    Served.note(context, endpoint.path);
                    Patience.of(time, () -> endpoint.handler.handle(context));
                };
    }

    private static void listen(Javalin javalin, WebSettings settings) {
        try {
            javalin.start();
        } catch (RuntimeException failure) {
            String place = "port " + settings.port() + " of " + settings.host();
            Throwable reason = root(failure);
            boolean isOccupied =
                    reason instanceof BindException && reason.getMessage().contains("in use");
            throw new WebServerException(
                    isOccupied
                            ? "Cannot listen on " + place + ": another program does; end it or choose another port"
                            : "Cannot listen on " + place + ": " + said(reason),
                    failure);
        }
    }

    private static Throwable root(Throwable failure) {
        return failure.getCause() == null ? failure : root(failure.getCause());
    }

    private static String said(Throwable reason) {
        if (reason instanceof UnresolvedAddressException) {
            return "no machine has that name";
        }
        return reason.getMessage() == null ? reason.getClass().getSimpleName() : reason.getMessage();
    }

    /** Where the server answers, with the port that it got. */
    public URI url() {
        String host = settings.host().contains(":") ? "[" + settings.host() + "]" : settings.host();
        return URI.create(
                (settings.access().tls().isPresent() ? "https://" : "http://") + host + ":" + javalin.port() + "/");
    }

    @Override
    public void close() {
        javalin.stop();
        metrics.close();
    }
}
