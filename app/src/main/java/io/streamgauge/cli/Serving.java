package io.streamgauge.cli;

import io.streamgauge.web.WebSettings;
import io.streamgauge.web.breaks.Break;
import io.streamgauge.web.breaks.Breaks;
import io.streamgauge.web.breaks.UnusableBreaksException;
import io.streamgauge.web.guard.Access;
import io.streamgauge.web.guard.Limits;
import io.streamgauge.web.guard.Login;
import io.streamgauge.web.guard.Tls;
import io.streamgauge.web.guard.UnusableTlsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads how the web server serves. */
final class Serving {

    private static final String FOREVER = "forever";
    private static final String OFF = "off";
    private static final String ANYBODY = "*";
    private static final Pattern ORIGIN =
            Pattern.compile("https?://([a-z0-9]([a-z0-9.-]*[a-z0-9])?|\\[[0-9a-f:]+])(:[1-9][0-9]{0,4})?");

    private final Sources sources;
    private final Path folder;

    private Serving(Sources sources, Path folder) {
        this.sources = sources;
        this.folder = folder;
    }

    /** @param folder in which relative files lie */
    static WebSettings settings(Sources sources, Address address, Path folder) {
        Serving serving = new Serving(sources, folder);
        return WebSettings.at(address.host(), address.port())
                .with(serving.limits())
                .with(new Access(serving.login(), serving.tls(), serving.origins()))
                .withOldestSnapshot(serving.oldestSnapshot())
                .withEmbedders(serving.embedders())
                .withBreaks(serving.breaks());
    }

    private List<Break> breaks() {
        return sources.find(Variable.STREAMGAUGE_BREAKS_FILE)
                .map(given -> {
                    try {
                        return Breaks.shippedAnd(file(given));
                    } catch (UnusableBreaksException e) {
                        throw new ConfigurationException("The breaks in counting in '" + given.text() + "', which "
                                + given.variable() + " (" + given.place() + ") names, cannot be used: "
                                + e.getMessage());
                    }
                })
                .orElseGet(Breaks::shipped);
    }

    private Limits limits() {
        return new Limits(
                sources.find(Variable.STREAMGAUGE_RATE).map(Serving::rate).orElse(Limits.USUAL.requestsPerMinute()),
                sources.find(Variable.STREAMGAUGE_RATE_LOOPBACK)
                        .map(Serving::loopback)
                        .orElse(Limits.USUAL.loopback()),
                sources.find(Variable.STREAMGAUGE_REQUEST_TIME)
                        .map(given -> time(given, "a time of at least PT1S, such as PT30S"))
                        .orElse(Limits.USUAL.requestTime()));
    }

    private static OptionalInt rate(Given given) {
        if (given.text().equals(OFF)) {
            return OptionalInt.empty();
        }
        String expected = "'" + OFF + "' or a whole number above 0";
        int requests = given.as(Integer::parseInt, expected);
        if (requests < 1) {
            throw given.refused(expected);
        }
        return OptionalInt.of(requests);
    }

    private static Limits.Loopback loopback(Given given) {
        return switch (given.text()) {
            case "exempt" -> Limits.Loopback.EXEMPT;
            case "limited" -> Limits.Loopback.LIMITED;
            default -> throw given.refused("exempt or limited");
        };
    }

    private Optional<Duration> oldestSnapshot() {
        Optional<Given> found = sources.find(Variable.STREAMGAUGE_READY_AGE);
        if (found.isEmpty()) {
            return Optional.of(WebSettings.USUAL_OLDEST_SNAPSHOT);
        }
        return found.get().text().equals(FOREVER)
                ? Optional.empty()
                : Optional.of(time(found.get(), "'" + FOREVER + "' or a time of at least PT1S, such as PT2H"));
    }

    private static Duration time(Given given, String expected) {
        Duration time = given.as(Duration::parse, expected);
        if (time.compareTo(Duration.ofSeconds(1)) < 0) {
            throw given.refused(expected);
        }
        return time;
    }

    private Optional<Login> login() {
        return both(Variable.STREAMGAUGE_WEB_USER, Variable.STREAMGAUGE_WEB_PASSWORD_FILE)
                .map(both -> {
                    Given user = both.get(0);
                    String password = password(both.get(1));
                    return user.as(name -> Login.of(name, password), "a name without a colon");
                });
    }

    private String password(Given given) {
        Path file = file(given);
        String password;
        try {
            password = Files.readString(file).strip();
        } catch (IOException e) {
            throw given.refused("a text file that can be read");
        }
        if (password.isEmpty() || password.lines().count() > 1) {
            throw given.refused("a file with one line, the password");
        }
        return password;
    }

    private Optional<Tls> tls() {
        return both(Variable.STREAMGAUGE_TLS_CERTIFICATE, Variable.STREAMGAUGE_TLS_KEY)
                .map(both -> {
                    try {
                        return Tls.read(file(both.get(0)), file(both.get(1)));
                    } catch (UnusableTlsException e) {
                        throw new ConfigurationException(e.getMessage() + " (" + Variable.STREAMGAUGE_TLS_CERTIFICATE
                                + " and " + Variable.STREAMGAUGE_TLS_KEY + " name both files)");
                    }
                });
    }

    private Path file(Given given) {
        return given.as(text -> folder.resolve(text), "a file");
    }

    private Optional<List<Given>> both(Variable one, Variable other) {
        Optional<Given> first = sources.find(one);
        Optional<Given> second = sources.find(other);
        if (first.isPresent() != second.isPresent()) {
            throw new ConfigurationException((first.isPresent() ? one : other) + " is set and "
                    + (first.isPresent() ? other : one) + " is not, expected both or none");
        }
        return first.map(given -> List.of(given, second.orElseThrow()));
    }

    private List<String> embedders() {
        return sources.find(Variable.STREAMGAUGE_EMBED)
                        .filter(given -> given.text().strip().equals(ANYBODY))
                        .isPresent()
                ? List.of(ANYBODY)
                : origins(Variable.STREAMGAUGE_EMBED);
    }

    private List<String> origins() {
        return origins(Variable.STREAMGAUGE_CORS);
    }

    private List<String> origins(Variable variable) {
        return sources.find(variable).stream()
                .flatMap(given -> Stream.of(given.text().split(","))
                        .map(String::strip)
                        .map(origin -> {
                            if (!ORIGIN.matcher(origin).matches()) {
                                throw given.refused("origins such as https://example.org, without a path");
                            }
                            return origin;
                        }))
                .toList();
    }
}
