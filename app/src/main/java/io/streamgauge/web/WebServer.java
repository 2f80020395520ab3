package io.streamgauge.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Handler;
import io.javalin.router.Endpoint;
import io.streamgauge.analytics.Analytics;
import io.streamgauge.analytics.Holdings;
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
    private final Events events;
    private final Javalin javalin;

    private WebServer(WebSettings settings, Metrics metrics, Events events, Javalin javalin) {
        this.events = events;
        this.settings = settings;
        this.metrics = metrics;
        this.javalin = javalin;
    }

    /**
     * Starts to listen.
     *
     * @throws WebServerException where the address cannot be had
     */
    public static WebServer start(WebSettings settings, Analytics analytics, Holdings holdings) {
        return start(settings, analytics, holdings, Clock.systemUTC());
    }

    /** The same with answers alone: no tables to take away, and no room for citations. */
    public static WebServer start(WebSettings settings, Analytics analytics) {
        return start(settings, analytics, Clock.systemUTC());
    }

    static WebServer start(WebSettings settings, Analytics analytics, Clock clock) {
        return start(settings, analytics, Holdings.NONE, clock);
    }

    static WebServer start(WebSettings settings, Analytics analytics, Holdings holdings, Clock clock) {
        StaticFiles files = new StaticFiles(settings);
        Templates templates = new Templates(settings);
        Frame frame = new Frame(files, settings.breaks());
        EntityTags tags = new EntityTags(analytics, clock);
        Bodies bodies = new Bodies(System::nanoTime);
        Metrics metrics = new Metrics(analytics, clock);
        Served served = new Served(metrics.requests());
        Events events = new Events(analytics, clock, Events.MOST_LISTENERS);
        Javalin javalin = Javalin.create(config -> {
            configure(config);
            Connections.configure(config, settings, served);
            config.router.handlerWrapper(
                    endpoint -> answering(endpoint, settings.limits().requestTime()));
            config.routes.before(SecurityHeaders::add);
            if (!settings.dev()) {
                config.routes.before(context -> context.attribute(Answers.BODIES, bodies));
            }
            new Guards(settings.access(), new RateLimit(settings.limits(), System::nanoTime)).addTo(config);
            Routes routes = new Routes(config.routes);
            files.addTo(routes);
            BreakPages breaks = new BreakPages(analytics, tags, frame, templates, settings.breaks());
            Routes cited = routes.citedBy(new Citing(analytics, holdings.citations()));
            new Pages(analytics, tags, frame, templates).addTo(cited);
            breaks.addTo(cited);
            new ChartPages(analytics, tags, frame, templates, settings.embedders()).addTo(routes);
            HowPages how = new HowPages(analytics, tags, frame, templates, holdings.downloads());
            how.addTo(cited);
            List<ApiRoute> answers = new ArrayList<>(new Api(analytics, tags, holdings.downloads()).routes());
            answers.addAll(new PatternApi(analytics, tags, holdings.downloads()).routes());
            answers.addAll(new LabelApi(analytics, tags, holdings.downloads()).routes());
            answers.forEach(route -> route.addTo(cited));
            List<ApiRoute> others = new ArrayList<>(new TableRoutes(analytics, tags, holdings.downloads()).routes());
            others.add(events.route());
            others.add(how.route());
            others.add(breaks.route());
            others.addAll(new Operations(analytics, metrics, settings.oldestSnapshot(), clock).routes());
            List<ApiRoute> described = new ArrayList<>(answers);
            described.addAll(others);
            others.add(OpenApi.route(described));
            others.forEach(route -> route.addTo(routes));
            new Failures(frame, templates, settings.limits().requestTime()).addTo(config.routes);
        });
        try {
            listen(javalin, settings);
        } catch (WebServerException e) {
            events.close();
            throw e;
        }
        return new WebServer(settings, metrics, events, javalin);
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
        events.close();
        javalin.stop();
        metrics.close();
    }
}
