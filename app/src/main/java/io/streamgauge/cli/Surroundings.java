package io.streamgauge.cli;

import io.streamgauge.twitch.Waiter;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * What a command finds around it.
 *
 * @param out for what a command answers
 * @param err for progress and for what went wrong
 * @param terminal whether a person watches {@code err}
 */
record Surroundings(
        Map<String, String> variables,
        Path folder,
        PrintStream out,
        PrintStream err,
        boolean terminal,
        Clock clock,
        Waiter waiter) {

    static Surroundings real() {
        return new Surroundings(
                System.getenv(),
                Path.of("").toAbsolutePath(),
                new PrintStream(System.out, true, StandardCharsets.UTF_8),
                new PrintStream(System.err, true, StandardCharsets.UTF_8),
                System.console() != null,
                Clock.systemUTC(),
                Waiter.real());
    }
}
