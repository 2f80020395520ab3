package io.streamgauge.twitch;

import java.time.Duration;

/** What the limiter says to one who wants to call. */
sealed interface Turn {

    /** Call now. */
    record Granted(Permit permit) implements Turn {}

    /** Ask again after this time. */
    record Later(Duration time) implements Turn {}

    /** Ask again when a call under way has ended. */
    record AfterAnAnswer() implements Turn {}

    /** One call's leave. */
    record Permit(long number) {}
}
