package io.streamgauge.lambda;

/** A slot for which no complete snapshot has landed, or a setting that stands in the way; the message says why, without secrets. */
final class CollectException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CollectException(String message) {
        super(message);
    }
}
