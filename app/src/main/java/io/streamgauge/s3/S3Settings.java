package io.streamgauge.s3;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * A lake in S3 and how it is reached.
 *
 * @param endpoint another service than Amazon's; buckets are part of the path there
 * @param cache a folder on this machine for objects that are read as files
 * @param cacheBytes how much it holds; what was read within the last hour stays even so
 */
public record S3Settings(S3Address address, Optional<URI> endpoint, Path cache, long cacheBytes, Times times) {

    /** How much the cache holds where nothing else is said, in bytes. */
    public static final long USUAL_CACHE = 10_000_000_000L;

    /**
     * How long is waited for an answer. A call is tried again where that helps, each try with a time of its own.
     *
     * @param connect for a connection
     * @param silence between two pieces of an answer
     * @param small for a call that moves little, all tries together
     * @param large for a call that moves a file, all tries together
     * @param tries how often a call is tried; eight take some ten seconds where nobody answers at all, so that a service that is
     *     started anew costs no snapshot
     */
    public record Times(Duration connect, Duration silence, Duration small, Duration large, int tries) {

        public static final Times USUAL = new Times(
                Duration.ofSeconds(3), Duration.ofSeconds(20), Duration.ofMinutes(1), Duration.ofMinutes(15), 8);

        /** For one try of a call that moves little. */
        Duration smallTry() {
            return small.dividedBy(3);
        }

        /** For one try of a call that moves a file. */
        Duration largeTry() {
            return large.dividedBy(3);
        }
    }

    /** Names the place in messages. */
    public String place() {
        return address + endpoint.map(uri -> " at " + uri).orElse("");
    }
}
