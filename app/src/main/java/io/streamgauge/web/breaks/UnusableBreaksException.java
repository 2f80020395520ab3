package io.streamgauge.web.breaks;

/** A file of breaks that cannot be used; its message says where and why. */
public final class UnusableBreaksException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnusableBreaksException(String message) {
        super(message);
    }
}
