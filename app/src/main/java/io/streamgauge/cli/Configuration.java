package io.streamgauge.cli;

import io.streamgauge.collector.CollectSettings;
import io.streamgauge.collector.CrawlMode;
import io.streamgauge.collector.Schedule;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** All settings, each checked before anything starts. */
record Configuration(Places places, CollectSettings collect, Address web, TwitchAccess twitch) {

    private static final Pattern ENVIRONMENT = Pattern.compile("[a-z][a-z0-9-]{0,31}");
    private static final List<String> TAKEN = List.of("lake", "demo", "scratch");
    private static final int LARGEST_PORT = 65_535;

    static Configuration of(Sources sources, Path folder) {
        return new Configuration(
                places(sources, folder),
                CollectSettings.of(schedule(sources), crawl(sources)),
                new Address(
                        sources.find(Variable.STREAMGAUGE_HOST).map(Given::text).orElse(Address.LOOPBACK),
                        sources.find(Variable.STREAMGAUGE_PORT)
                                .map(Configuration::port)
                                .orElse(Address.USUAL_PORT)),
                TwitchAccess.of(sources));
    }

    private static Places places(Sources sources, Path folder) {
        Path home = folder.resolve(
                sources.find(Variable.STREAMGAUGE_HOME).map(Configuration::path).orElse(Path.of("data")));
        String environment = sources.find(Variable.STREAMGAUGE_ENV)
                .map(Configuration::environment)
                .orElse(Places.USUAL_ENVIRONMENT);
        Optional<Path> lake =
                sources.find(Variable.STREAMGAUGE_LAKE).map(Configuration::lake).map(folder::resolve);
        return Places.of(home.normalize(), environment, lake.map(Path::normalize));
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

    private static Path lake(Given given) {
        if (given.text().contains("://")) {
            throw given.refused("a folder: this version keeps its lake on a disk only");
        }
        return path(given);
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

    private static CrawlMode crawl(Sources sources) {
        return sources.find(Variable.STREAMGAUGE_CRAWL)
                .map(given -> CrawlMode.named(given.text()).orElseThrow(() -> given.refused("walk or languages")))
                .orElse(CrawlMode.LANGUAGES);
    }
}
