package io.streamgauge.simulator;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The app tokens that were issued and neither ran out nor were revoked. */
final class Tokens {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final int LENGTH = 30;

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Token> issued = new ConcurrentHashMap<>();
    private final Clock clock;
    private final Duration life;

    Tokens(Clock clock, Duration life) {
        this.clock = clock;
        this.life = life;
    }

    record Token(String value, String clientId, Instant expiresAt) {}

    Token issue(String clientId) {
        StringBuilder value = new StringBuilder(LENGTH);
        for (int letter = 0; letter < LENGTH; letter++) {
            value.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        Token token = new Token(value.toString(), clientId, clock.instant().plus(life));
        issued.put(token.value(), token);
        return token;
    }

    Optional<Token> valid(String value) {
        return Optional.ofNullable(issued.get(value))
                .filter(token -> clock.instant().isBefore(token.expiresAt()));
    }

    long secondsLeft(Token token) {
        return Duration.between(clock.instant(), token.expiresAt()).toSeconds();
    }

    void revoke(Token token) {
        issued.remove(token.value());
    }

    void revokeAll() {
        issued.clear();
    }
}
