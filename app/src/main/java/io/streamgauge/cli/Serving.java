package io.streamgauge.cli;

import io.streamgauge.web.WebSettings;
import java.time.Duration;
import java.util.Optional;

/** Reads how the web server serves. */
final class Serving {

    private static final String FOREVER = "forever";

    private final Sources sources;

    private Serving(Sources sources) {
        this.sources = sources;
    }

    static WebSettings settings(Sources sources, Address address) {
        Serving serving = new Serving(sources);
        return WebSettings.at(address.host(), address.port()).withOldestSnapshot(serving.oldestSnapshot());
    }

    private Optional<Duration> oldestSnapshot() {
        Optional<Given> found = sources.find(Variable.STREAMGAUGE_READY_AGE);
        if (found.isEmpty()) {
            return Optional.of(WebSettings.USUAL_OLDEST_SNAPSHOT);
        }
        return found.get().text().equals(FOREVER)
                ? Optional.empty()
                : Optional.of(time(found.get(), Duration.ofSeconds(1), "'" + FOREVER + "' or a time such as PT2H"));
    }

    private static Duration time(Given given, Duration shortest, String expected) {
        Duration time = given.as(Duration::parse, expected);
        if (time.compareTo(shortest) < 0) {
            throw given.refused(expected);
        }
        return time;
    }
}
