package io.streamgauge.twitch;

/** A body of status 200 is not what was asked for; the message goes on after "a body that ". */
final class BodyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean broken;

    private BodyException(String message, boolean broken) {
        super(message);
        this.broken = broken;
    }

    /** Cut short or garbled on its way: another try may bring it whole. */
    static BodyException broken(String message) {
        return new BodyException(message, true);
    }

    /** Whole, but of another form: another try would bring the same. */
    static BodyException unexpected(String message) {
        return new BodyException(message, false);
    }

    boolean isBroken() {
        return broken;
    }
}
