package io.streamgauge.cli;

import java.util.Arrays;
import java.util.Optional;

/** What can be configured: the name in the environment and in a file, and the flag where there is one. */
enum Variable {
    STREAMGAUGE_HOME("--home"),
    STREAMGAUGE_LAKE("--lake"),
    STREAMGAUGE_ENV("--env"),
    STREAMGAUGE_CADENCE("--cadence"),
    STREAMGAUGE_PORT("--port"),
    STREAMGAUGE_HOST("--host"),
    STREAMGAUGE_CRAWL("--crawl"),
    /** Read by the launcher alone. */
    STREAMGAUGE_JAVA_OPTIONS(null),
    TWITCH_CLIENT_ID("--client-id"),
    /** No flag: the arguments of a process can be read by everybody on its machine. */
    TWITCH_CLIENT_SECRET(null),
    TWITCH_API_URL("--api-url"),
    TWITCH_AUTH_URL("--auth-url"),
    IGDB_API_URL(null),
    S3_ENDPOINT_URL(null);

    static final String PREFIX = "STREAMGAUGE_";

    private final String flag;

    Variable(String flag) {
        this.flag = flag;
    }

    String flag() {
        return flag;
    }

    boolean isSecret() {
        return this == TWITCH_CLIENT_SECRET;
    }

    static Optional<Variable> named(String name) {
        return Arrays.stream(values())
                .filter(variable -> variable.name().equals(name))
                .findFirst();
    }

    static Variable nearest(String name) {
        return valueOf(
                Nearest.to(name, Arrays.stream(values()).map(Variable::name).toList()));
    }
}
