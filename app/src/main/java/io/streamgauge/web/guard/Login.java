package io.streamgauge.web.guard;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The one user and password that readers must give; keeps a hash of them alone. */
public final class Login {

    public static final String CHALLENGE = "Basic realm=\"Streamgauge\", charset=\"UTF-8\"";

    private static final String SCHEME = "Basic ";

    private final byte[] expected;

    private Login(byte[] expected) {
        this.expected = expected;
    }

    /** @throws IllegalArgumentException where one is empty, or the user holds a colon, which HTTP cannot carry */
    public static Login of(String user, String password) {
        if (user.isEmpty() || user.contains(":") || password.isEmpty()) {
            throw new IllegalArgumentException("A login is a user without a colon, and a password");
        }
        return new Login(hash((user + ":" + password).getBytes(StandardCharsets.UTF_8)));
    }

    /** Whether an {@code Authorization} header names them; takes as long for a wrong one as for the right one. */
    public boolean isGivenBy(String header) {
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return false;
        }
        try {
            byte[] given =
                    Base64.getDecoder().decode(header.substring(SCHEME.length()).strip());
            return MessageDigest.isEqual(hash(given), expected);
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    private static byte[] hash(byte[] text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("This Java lacks SHA-256", impossible);
        }
    }
}
