package io.streamgauge.analytics;

import java.util.Optional;

/** Answers that are kept as they were given, for those who cite them. Safe for use by many threads. */
public interface Citations {

    /** The answer that was kept for a question, empty where there is none. */
    Optional<byte[]> find(String question);

    /**
     * Keeps the first answer to a question; later ones change nothing.
     *
     * @return whether there was room for it
     */
    boolean keep(String question, byte[] answer);
}
