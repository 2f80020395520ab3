package io.streamgauge.web;

/** The server could not start; the message says why in one sentence. */
public final class WebServerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WebServerException(String message, Throwable cause) {
        super(message, cause);
    }
}
