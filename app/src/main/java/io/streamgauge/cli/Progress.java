package io.streamgauge.cli;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** How something gets on: one line drawn anew on a terminal, a plain line now and then elsewhere. Safe for many threads. */
final class Progress implements AutoCloseable {

    private static final Duration ON_A_TERMINAL = Duration.ofMillis(100);
    private static final Duration ELSEWHERE = Duration.ofSeconds(10);

    private final PrintStream err;
    private final boolean terminal;
    private final Clock clock;
    private Instant quietUntil;
    private boolean drawn;

    Progress(Surroundings surroundings) {
        this.err = surroundings.err();
        this.terminal = surroundings.terminal();
        this.clock = Clock.systemUTC();
        this.quietUntil = terminal ? Instant.MIN : clock.instant().plus(ELSEWHERE);
    }

    /** Shows where it stands, unless it was shown a moment ago. */
    synchronized void step(String where) {
        Instant now = clock.instant();
        if (now.isBefore(quietUntil)) {
            return;
        }
        quietUntil = now.plus(terminal ? ON_A_TERMINAL : ELSEWHERE);
        if (terminal) {
            err.print("\r\u001b[2K" + where);
            err.flush();
            drawn = true;
        } else {
            err.println(where);
        }
    }

    /** A line that stays. */
    synchronized void say(String line) {
        clear();
        err.println(line);
    }

    /** Takes the line that is drawn anew away. */
    synchronized void clear() {
        if (drawn) {
            err.print("\r\u001b[2K");
            err.flush();
            drawn = false;
        }
    }

    @Override
    public void close() {
        clear();
    }
}
