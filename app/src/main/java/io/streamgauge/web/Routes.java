package io.streamgauge.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;

/** The addresses that are answered: to GET, and to HEAD with the same headers. */
final class Routes {

    private final RoutesConfig routes;

    Routes(RoutesConfig routes) {
        this.routes = routes;
    }

    /** @param path whose parts in braces stand for anything */
    void add(String path, Handler handler) {
        routes.get(path, handler);
        routes.head(path, handler);
    }

    static boolean isOne(HandlerType method) {
        return method == HandlerType.GET || method == HandlerType.HEAD;
    }
}
