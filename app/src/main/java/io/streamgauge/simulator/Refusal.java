package io.streamgauge.simulator;

/** An answer that is an error. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    Refusal(int status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    static Refusal malformed(String parameter, String rule) {
        return new Refusal(400, "The parameter \"" + parameter + "\" was malformed: " + rule);
    }

    int status() {
        return status;
    }
}
