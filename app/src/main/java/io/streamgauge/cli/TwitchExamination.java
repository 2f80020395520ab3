package io.streamgauge.cli;

import io.streamgauge.twitch.StreamsFilter;
import io.streamgauge.twitch.TwitchClient;
import io.streamgauge.twitch.TwitchException;
import io.streamgauge.twitch.TwitchSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks Twitch for a token and a page, and compares clocks. */
final class TwitchExamination {

    private static final Duration LARGEST_DIFFERENCE = Duration.ofSeconds(5);

    private final Surroundings surroundings;

    TwitchExamination(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    List<Check> examine(Configuration configuration, Check home) throws InterruptedException {
        Optional<String> missing = configuration.twitch().missing();
        if (missing.isPresent()) {
            return List.of(
                    Check.fail("credentials", "not checked, and neither are clock and reachability", missing.get()));
        }
        if (home.isFailed()) {
            return List.of();
        }
        try (Scratch scratch = Scratch.open(configuration.places().scratch())) {
            return ask(configuration.twitch().settings(scratch.folder().resolve("token.json")));
        }
    }

    private List<Check> ask(TwitchSettings settings) throws InterruptedException {
        TwitchClient twitch = TwitchClient.open(settings, surroundings.clock(), surroundings.waiter());
        List<Check> checks = new ArrayList<>();
        try {
            int rows = twitch.firstStreams(StreamsFilter.ALL).rows().size();
            checks.add(Check.ok("credentials", "a token was given"));
            checks.add(Check.ok("api", settings.apiUrl() + " gave " + rows + " streams"));
        } catch (TwitchException e) {
            checks.add(refusal(e));
        }
        twitch.clockAhead().map(TwitchExamination::clock).ifPresent(checks::add);
        return checks;
    }

    private static Check refusal(TwitchException e) {
        return switch (e.kind()) {
            case CREDENTIALS ->
                Check.fail("credentials", e.getMessage(), "copy them from https://dev.twitch.tv/console/apps");
            case UNREACHABLE ->
                Check.fail("api", e.getMessage(), "check network, proxy, TWITCH_API_URL and TWITCH_AUTH_URL");
            case REFUSED, RATE_LIMITED, UNREADABLE, OUT_OF_TIME ->
                Check.fail("api", e.getMessage(), "try later, and check TWITCH_API_URL");
        };
    }

    private static Check clock(Duration ahead) {
        String found = ahead.abs().compareTo(LARGEST_DIFFERENCE) <= 0
                ? "agrees with Twitch's"
                : ahead.abs().toSeconds() + " s " + (ahead.isNegative() ? "behind" : "ahead of") + " Twitch's";
        return ahead.abs().compareTo(LARGEST_DIFFERENCE) <= 0
                ? Check.ok("clock", found)
                : Check.warn("clock", found, "let NTP set it: times of snapshots are this machine's");
    }
}
