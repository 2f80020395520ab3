package io.streamgauge.duckdb;

/** A query took longer than it was given, and was cancelled. */
public final class QueryTimeoutException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    QueryTimeoutException(Throwable cause) {
        super("The query was cancelled, since its time was up", cause);
    }
}
