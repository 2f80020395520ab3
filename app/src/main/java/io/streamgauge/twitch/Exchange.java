package io.streamgauge.twitch;

import java.net.URI;
import java.net.http.HttpRequest;

/** One kind of call: what is sent and how its answer is read. */
interface Exchange<T> {

    /** What is being done, as the beginning of a sentence that goes on with "failed". */
    String name();

    URI uri();

    HttpRequest.Builder request();

    /** Whether the call follows a cursor, which Twitch now and then refuses although it is good. */
    boolean hasCursor();

    /**
     * Reads an answer of status 200.
     *
     * @throws BodyException where its body is not what was asked for
     */
    T read(Answer answer);
}
