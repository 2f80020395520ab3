package io.streamgauge.lake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** The first 16 hexadecimal digits of the SHA-256 of some bytes: names a file by what it holds. */
public final class ContentHash {

    private static final Pattern NAMED = Pattern.compile(".*-[0-9a-f]{16}\\.[a-z]+");

    private ContentHash() {}

    /** Whether a key says what the object holds, so that it can never hold anything else. */
    public static boolean names(String key) {
        return NAMED.matcher(key).matches();
    }

    public static String of(byte[] content) {
        return text(sha256().digest(content));
    }

    public static String of(Path file) {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[1 << 16];
        try (InputStream input = Files.newInputStream(file)) {
            for (int read = input.read(buffer); read >= 0; read = input.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        } catch (IOException e) {
            throw new LakeException("Cannot read " + file + ": " + e.getMessage(), e);
        }
        return text(digest.digest());
    }

    /** All 64 digits. */
    static String whole(byte[] content) {
        return HexFormat.of().formatHex(sha256().digest(content));
    }

    private static String text(byte[] digest) {
        return HexFormat.of().formatHex(digest, 0, 8);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
