package io.streamgauge.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.Optional;

/** The addresses that are answered: to GET, to HEAD with the same headers, and to POST by those who cite. */
final class Routes {

    private final RoutesConfig routes;
    private final Optional<Citing> citing;

    Routes(RoutesConfig routes) {
        this(routes, Optional.empty());
    }

    private Routes(RoutesConfig routes, Optional<Citing> citing) {
        this.routes = routes;
        this.citing = citing;
    }

    /** Those whose answers can be cited. */
    Routes citedBy(Citing by) {
        return new Routes(routes, Optional.of(by));
    }

    /** @param path whose parts in braces stand for anything */
    void add(String path, Handler handler) {
        Handler answering = citing.map(by -> by.answering(handler)).orElse(handler);
        routes.get(path, answering);
        routes.head(path, answering);
        citing.ifPresent(by -> routes.post(path, by.keeping(handler)));
    }

    static boolean isOne(HandlerType method) {
        return method == HandlerType.GET || method == HandlerType.HEAD || method == HandlerType.POST;
    }
}
