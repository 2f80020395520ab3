package io.streamgauge.lambda;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries the file in which the Twitch client keeps its app token to and from a secret, so that a start does not cost a
 * token: Twitch lets an application have some twenty-five at a time. A function that stays warm finds the file where it left
 * it. Where the secret cannot be had, things go on with a new token.
 */
final class KeptToken {

    private static final Logger LOG = LoggerFactory.getLogger(KeptToken.class);

    private final Secrets secrets;
    private final Optional<String> secretName;
    private final Path file;
    private String known = "";

    KeptToken(Secrets secrets, Optional<String> secretName, Path file) {
        this.secrets = secrets;
        this.secretName = secretName;
        this.file = file;
    }

    /** Puts the file in place, if there is none. */
    void fetch() {
        known = text();
        if (secretName.isEmpty() || !known.isEmpty()) {
            return;
        }
        try {
            String kept = secrets.read(secretName.get());
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, kept);
            known = kept;
        } catch (CollectException e) {
            LOG.warn("A new Twitch token will be asked for: {}", e.getMessage());
        } catch (IOException e) {
            LOG.warn("A new Twitch token will be asked for: {} cannot be written", file);
        }
    }

    /** Keeps what is in the file now, if it is another token than before. */
    void keep() {
        String now = text();
        if (secretName.isEmpty() || now.isEmpty() || now.equals(known)) {
            return;
        }
        try {
            secrets.write(secretName.get(), now);
            known = now;
        } catch (CollectException e) {
            LOG.warn("The next start will ask for a new Twitch token: {}", e.getMessage());
        }
    }

    private String text() {
        try {
            return Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
        } catch (IOException e) {
            return "";
        }
    }
}
