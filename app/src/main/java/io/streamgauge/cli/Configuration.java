package io.streamgauge.cli;

import io.streamgauge.collector.CollectSettings;
import io.streamgauge.collector.CrawlMode;
import io.streamgauge.collector.Schedule;
import io.streamgauge.engine.Keeping;
import io.streamgauge.web.WebSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** All settings, each checked before anything starts. */
record Configuration(
        Places places,
        CollectSettings collect,
        Address web,
        WebSettings server,
        TwitchAccess twitch,
        Keeping keeping,
        MetadataSettings metadata,
        LogFormat log) {

    private static final Pattern ENVIRONMENT = Pattern.compile("[a-z][a-z0-9-]{0,31}");
    private static final List<String> TAKEN = List.of("lake", "demo", "scratch", "cache");
    private static final int LARGEST_PORT = 65_535;
    private static final String FOREVER = "forever";
    private static final Optional<Duration> LANDING = Optional.of(Duration.ofHours(24));
    private static final Optional<Duration> NAMES = Optional.of(Duration.ofDays(7));

    static Configuration of(Sources sources, Path folder) {
        Address web = address(sources);
        return new Configuration(
                places(sources, folder),
                CollectSettings.of(schedule(sources), crawl(sources)),
                web,
                Serving.settings(sources, web, folder),
                TwitchAccess.of(sources),
                keeping(sources),
                MetadataSettings.of(sources),
                log(sources));
    }

    private static Address address(Sources sources) {
        return new Address(
                sources.find(Variable.STREAMGAUGE_HOST).map(Given::text).orElse(Address.LOOPBACK),
                sources.find(Variable.STREAMGAUGE_PORT).map(Configuration::port).orElse(Address.USUAL_PORT));
    }

    private static Keeping keeping(Sources sources) {
        return new Keeping(
                kept(sources, Variable.STREAMGAUGE_KEEP_LANDING, LANDING, Keeping.SHORTEST_LANDING),
                kept(sources, Variable.STREAMGAUGE_KEEP_SILVER, Optional.empty(), Keeping.SHORTEST_SILVER),
                kept(sources, Variable.STREAMGAUGE_KEEP_NAMES, NAMES, Keeping.SHORTEST_NAMES));
    }

    private static Optional<Duration> kept(
            Sources sources, Variable variable, Optional<Duration> usual, Duration shortest) {
        Optional<Given> found = sources.find(variable);
        if (found.isEmpty()) {
            return usual;
        }
        Given given = found.get();
        if (given.text().equals(FOREVER)) {
            return Optional.empty();
        }
        String expected = "'" + FOREVER + "' or a time of at least " + shortest + ", such as P30D";
        Duration time = given.as(Duration::parse, expected);
        if (time.compareTo(shortest) < 0) {
            throw given.refused(expected);
        }
        return Optional.of(time);
    }

    private static Places places(Sources sources, Path folder) {
        Path home = folder.resolve(
                sources.find(Variable.STREAMGAUGE_HOME).map(Configuration::path).orElse(Path.of("data")));
        String environment = sources.find(Variable.STREAMGAUGE_ENV)
                .map(Configuration::environment)
                .orElse(Places.USUAL_ENVIRONMENT);
        return Lakes.places(sources, folder, home.normalize(), environment);
    }

    private static Schedule schedule(Sources sources) {
        return sources.find(Variable.STREAMGAUGE_CADENCE)
                .map(given -> given.as(
                        text -> new Schedule(Duration.parse(text)),
                        "whole seconds that divide a day, from PT1S to PT6H, such as PT15M"))
                .orElse(new Schedule(Duration.ofMinutes(15)));
    }

    private static String environment(Given given) {
        if (!ENVIRONMENT.matcher(given.text()).matches()) {
            throw given.refused("a name of small letters, digits and hyphens, such as prod");
        }
        if (TAKEN.contains(given.text())) {
            throw given.refused("another name: that of a folder in the data folder would be the same");
        }
        return given.text();
    }

    private static Path path(Given given) {
        return given.as(Path::of, "a folder");
    }

    private static int port(Given given) {
        String expected = "a port from 0 to " + LARGEST_PORT;
        int port = given.as(Integer::parseInt, expected);
        if (port < 0 || port > LARGEST_PORT) {
            throw given.refused(expected);
        }
        return port;
    }

    private static LogFormat log(Sources sources) {
        return sources.find(Variable.STREAMGAUGE_LOG)
                .map(given -> LogFormat.named(given.text()).orElseThrow(() -> given.refused("text or json")))
                .orElse(LogFormat.TEXT);
    }

    private static CrawlMode crawl(Sources sources) {
        return sources.find(Variable.STREAMGAUGE_CRAWL)
                .map(given -> CrawlMode.named(given.text()).orElseThrow(() -> given.refused("walk or languages")))
                .orElse(CrawlMode.LANGUAGES);
    }
}
