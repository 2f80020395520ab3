package io.streamgauge.analytics;

/** An answer took longer than the one who asked was willing to wait, and is no longer computed. */
public final class TooLongException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TooLongException(Throwable cause) {
        super("The answer took longer than it was given", cause);
    }
}
