package io.streamgauge.lake;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Channels that were removed and must not come back. None is named: of each there is a salted hash of its id. In every store
 * a number of its own stands for it, below zero, where Twitch has none, so that sums and counts stay what they were.
 *
 * @param salt hexadecimal, made once for a lake
 * @param hashes SHA-256 of salt and id, hexadecimal; the first one's channel is -1, the second one's -2 and so on
 */
public record Forgotten(String salt, List<String> hashes) {

    public static final Forgotten NOBODY = new Forgotten("", List.of());

    private static final int SALT_BYTES = 16;

    /** The same and one more. */
    public Forgotten and(String channelId) {
        if (number(channelId).isPresent()) {
            return this;
        }
        String own = salt.isEmpty() ? newSalt() : salt;
        List<String> all = new ArrayList<>(hashes);
        all.add(hash(own, channelId));
        return new Forgotten(own, List.copyOf(all));
    }

    /** The number that stands for the channel, empty where it is not forgotten. */
    public Optional<Long> number(String channelId) {
        int at = hashes.indexOf(hash(salt, channelId));
        return at < 0 ? Optional.empty() : Optional.of(-1L - at);
    }

    public boolean nobody() {
        return hashes.isEmpty();
    }

    private static String hash(String salt, String channelId) {
        return ContentHash.whole((salt + channelId).getBytes(StandardCharsets.UTF_8));
    }

    private static String newSalt() {
        byte[] bytes = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
