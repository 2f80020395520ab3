package io.streamgauge.lambda;

import io.streamgauge.collector.CollectSettings;
import io.streamgauge.collector.CrawlMode;
import io.streamgauge.collector.Schedule;
import io.streamgauge.s3.S3Address;
import io.streamgauge.twitch.TwitchSettings;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the function is told by its environment. Secrets are named there, never given.
 *
 * @param endpoint another S3 than Amazon's
 * @param credentialsSecret name or ARN of the secret with the Twitch application's credentials
 * @param tokenSecret name or ARN of the secret in which the app token is kept between starts
 */
record Settings(
        String environment,
        S3Address lake,
        Optional<URI> endpoint,
        CollectSettings collect,
        String credentialsSecret,
        Optional<String> tokenSecret,
        String apiUrl,
        String authUrl) {

    private static final String PREFIX = "STREAMGAUGE_";
    private static final String LAKE = "STREAMGAUGE_LAKE";
    private static final String ENVIRONMENT = "STREAMGAUGE_ENV";
    private static final String CADENCE = "STREAMGAUGE_CADENCE";
    private static final String CRAWL = "STREAMGAUGE_CRAWL";
    private static final String CREDENTIALS_SECRET = "STREAMGAUGE_TWITCH_SECRET";
    private static final String TOKEN_SECRET = "STREAMGAUGE_TOKEN_SECRET";
    private static final Set<String> KNOWN =
            new TreeSet<>(Set.of(LAKE, ENVIRONMENT, CADENCE, CRAWL, CREDENTIALS_SECRET, TOKEN_SECRET));

    static Settings of(Map<String, String> variables) {
        variables.keySet().stream()
                .filter(name -> name.startsWith(PREFIX) && !KNOWN.contains(name))
                .sorted()
                .findFirst()
                .ifPresent(name -> {
                    throw new CollectException(
                            "The function has no setting " + name + "; there are " + String.join(", ", KNOWN));
                });
        String environment = required(variables, ENVIRONMENT, "the environment's name, such as prod");
        if (!environment.matches("[a-z][a-z0-9-]{0,31}")) {
            throw refused(ENVIRONMENT, environment, "a name of small letters, digits and hyphens, such as prod");
        }
        String lake = required(variables, LAKE, "the lake's address, such as s3://bucket/lake");
        return new Settings(
                environment,
                S3Address.parse(lake.replace("{env}", environment)),
                optional(variables, "S3_ENDPOINT_URL").map(URI::create),
                CollectSettings.of(schedule(variables), mode(variables)),
                required(variables, CREDENTIALS_SECRET, "the name or ARN of the secret with Twitch's credentials"),
                optional(variables, TOKEN_SECRET),
                optional(variables, "TWITCH_API_URL").orElse(TwitchSettings.DEFAULT_API_URL),
                optional(variables, "TWITCH_AUTH_URL").orElse(TwitchSettings.DEFAULT_AUTH_URL));
    }

    private static Schedule schedule(Map<String, String> variables) {
        String text = optional(variables, CADENCE).orElse("PT15M");
        try {
            return new Schedule(Duration.parse(text));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw refused(CADENCE, text, "whole seconds that divide a day, from PT1S to PT6H, such as PT15M");
        }
    }

    private static CrawlMode mode(Map<String, String> variables) {
        String text = optional(variables, CRAWL).orElse(CrawlMode.LANGUAGES.text());
        return CrawlMode.named(text).orElseThrow(() -> refused(CRAWL, text, "walk or languages"));
    }

    private static Optional<String> optional(Map<String, String> variables, String name) {
        return Optional.ofNullable(variables.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static String required(Map<String, String> variables, String name, String expected) {
        return optional(variables, name)
                .orElseThrow(() -> new CollectException(name + " is not set, expected " + expected));
    }

    private static CollectException refused(String name, String found, String expected) {
        return new CollectException(name + " is '" + found + "', expected " + expected);
    }
}
