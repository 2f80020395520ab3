package io.streamgauge.twitch;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The app token on disk, readable by its owner alone, and only of use for the client id and token service it was given for. */
final class TokenFile {

    private static final Logger LOG = LoggerFactory.getLogger(TokenFile.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;
    private final String clientId;
    private final String authUrl;

    TokenFile(Path file, String clientId, URI authUrl) {
        this.file = file.toAbsolutePath();
        this.clientId = clientId;
        this.authUrl = authUrl.toString();
    }

    private record Kept(String clientId, String authUrl, String token, String renewAt) {}

    /** The token kept, or empty where there is none that can be used. */
    Optional<AppToken> read() {
        try {
            Kept kept = JSON.readValue(Files.readAllBytes(file), Kept.class);
            boolean ours = clientId.equals(kept.clientId()) && authUrl.equals(kept.authUrl()) && kept.token() != null;
            return ours ? Optional.of(new AppToken(kept.token(), Instant.parse(kept.renewAt()))) : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | JacksonException | DateTimeException | NullPointerException e) {
            LOG.warn("Cannot read the Twitch token kept in {}; a new one will be asked for", file);
            return Optional.empty();
        }
    }

    /** Keeps the token; where that fails it is used all the same, and asked for again after a restart. */
    void write(AppToken token) {
        Kept kept = new Kept(clientId, authUrl, token.value(), token.renewAt().toString());
        try {
            Files.createDirectories(file.getParent());
            Path copy = Files.createTempFile(file.getParent(), ".token", ".tmp", ownerOnly());
            try {
                Files.write(copy, JSON.writeValueAsBytes(kept));
                Files.move(copy, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(copy);
            }
        } catch (IOException e) {
            LOG.warn(
                    "Cannot keep the Twitch token in {} ({}); it will be asked for again after a restart",
                    file,
                    e.getClass().getSimpleName());
        }
    }

    private FileAttribute<?>[] ownerOnly() {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
