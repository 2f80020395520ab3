package io.streamgauge.twitch;

import java.util.OptionalInt;

/** Twitch could not be had, or not so; the message says what was asked and what came back, and never holds a secret. */
public final class TwitchException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What kind of failure stood at the end of the tries. */
    public enum Kind {
        /** The client id, the secret or a fresh token was refused. */
        CREDENTIALS,
        /** An answer with another status than 200. */
        REFUSED,
        /** 429 to the end. */
        RATE_LIMITED,
        /** An answer of status 200 whose body is not what was asked for. */
        UNREADABLE,
        /** No answer, or one that broke off. */
        UNREACHABLE,
        /** The time that the client was given is over. */
        OUT_OF_TIME
    }

    private final Kind kind;
    private final int status;

    TwitchException(Kind kind, int status, String message) {
        super(message);
        this.kind = kind;
        this.status = status;
    }

    public Kind kind() {
        return kind;
    }

    /** The last answer's status, or empty where there was no answer. */
    public OptionalInt status() {
        return status == 0 ? OptionalInt.empty() : OptionalInt.of(status);
    }
}
