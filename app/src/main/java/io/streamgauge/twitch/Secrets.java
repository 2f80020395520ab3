package io.streamgauge.twitch;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;

/** Words that must show up in no message, whoever wrote it. */
final class Secrets {

    /** Shorter ones are no secrets, and hiding them would garble every message. */
    private static final int SHORTEST = 4;

    private final Set<String> words = new CopyOnWriteArraySet<>();

    void add(String secret) {
        if (secret.length() < SHORTEST) {
            return;
        }
        words.add(secret);
        words.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
    }

    String hide(String text) {
        String clean = text;
        for (String word : words) {
            clean = clean.replace(word, "***");
        }
        return clean;
    }
}
