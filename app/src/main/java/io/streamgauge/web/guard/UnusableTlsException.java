package io.streamgauge.web.guard;

/** A certificate or its key cannot be used; the message names the file and says why. */
public final class UnusableTlsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnusableTlsException(String message, Throwable cause) {
        super(message, cause);
    }
}
