package io.streamgauge.web;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.plugin.bundled.CorsPluginConfig;
import io.streamgauge.web.guard.Access;
import io.streamgauge.web.guard.Login;
import io.streamgauge.web.guard.RateLimit;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;

/** Turns requests away before any route is asked. Those who watch over the server always get through. */
final class Guards {

    private static final String HEALTH = "/health";

    private final Access access;
    private final RateLimit rate;

    Guards(Access access, RateLimit rate) {
        this.access = access;
        this.rate = rate;
    }

    void addTo(JavalinConfig config) {
        if (!access.origins().isEmpty()) {
            config.bundledPlugins.enableCors(cors -> cors.addRule(this::open));
        }
        config.routes.before(this::slowDown);
        config.routes.before(this::requireLogin);
    }

    private void open(CorsPluginConfig.CorsRule rule) {
        rule.path = "/api/*";
        access.origins().forEach(origin -> rule.allowHost(origin));
        rule.exposeHeader("ETag");
        rule.exposeHeader(RequestId.HEADER);
    }

    private void slowDown(Context context) throws UnknownHostException {
        if (isHealth(context)) {
            return;
        }
        rate.take(InetAddress.getByName(context.req().getRemoteAddr())).ifPresent(wait -> {
            long seconds = Math.max(1, wait.plus(Duration.ofMillis(999)).toSeconds());
            context.header("Retry-After", Long.toString(seconds));
            throw RefusedRequest.tooMany(seconds);
        });
    }

    /** A browser asks with OPTIONS, and without a login, whether it may ask at all; nothing else is answered to that. */
    private void requireLogin(Context context) {
        if (access.login().isEmpty() || isHealth(context) || context.method() == HandlerType.OPTIONS) {
            return;
        }
        if (!access.login().get().isGivenBy(context.header("Authorization"))) {
            context.header("WWW-Authenticate", Login.CHALLENGE);
            throw RefusedRequest.loginMissing();
        }
    }

    private static boolean isHealth(Context context) {
        return context.path().equals(HEALTH) || context.path().startsWith(HEALTH + "/");
    }
}
