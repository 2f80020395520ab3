package io.streamgauge.analytics;

import java.time.LocalDate;

/** What is asked for needs observations that are no longer kept; the message says what can be asked for. */
public final class DetailGoneException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DetailGoneException(LocalDate lastGone, String instead) {
        super("Observations up to " + lastGone + " are no longer kept, as the lake's owner has set: " + instead);
    }
}
