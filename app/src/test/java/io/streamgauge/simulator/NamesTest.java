package io.streamgauge.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class NamesTest {
    private static final Instant TIME = Instant.parse("2026-11-17T12:00:00Z");
    private static final World WORLD = World.of(4, 2000);

    @Test
    void channelsAreFoundByIdAndByLogin() {
        Set<String> ids = new HashSet<>();
        Set<String> logins = new HashSet<>();
        for (LiveStream stream : WORLD.liveAt(TIME)) {
            Identity found =
                    WORLD.channelWithId(stream.userId(), stream.startedAt()).orElseThrow();
            assertThat(found).isEqualTo(new Identity(stream.userId(), stream.userLogin(), stream.userName()));
            assertThat(WORLD.channelWithLogin(stream.userLogin(), stream.startedAt()))
                    .contains(found);
            assertThat(ids.add(stream.userId())).isTrue();
            assertThat(logins.add(stream.userLogin())).isTrue();
        }
    }

    @Test
    void whatIsNoChannelIsNotFound() {
        assertThat(WORLD.channelWithId("", TIME)).isEmpty();
        assertThat(WORLD.channelWithId("12x", TIME)).isEmpty();
        assertThat(WORLD.channelWithId("99999999999", TIME)).isEmpty();
        assertThat(WORLD.channelWithLogin("nobody", TIME)).isEmpty();
        assertThat(WORLD.channelWithLogin("zzzzzzzz", TIME)).isEmpty();
    }

    @Test
    void someChannelsAndCategoriesAreRenamedUnderTheirIds() {
        Map<String, String> logins = new HashMap<>();
        Map<String, String> categories = new HashMap<>();
        for (LiveStream stream : WORLD.liveAt(TIME)) {
            logins.put(stream.userId(), stream.userLogin());
            categories.put(stream.gameId(), stream.gameName());
        }
        Instant later = TIME.plus(Duration.ofDays(150));
        long renamed = logins.entrySet().stream()
                .filter(entry -> !WORLD.channelWithId(entry.getKey(), later)
                        .orElseThrow()
                        .login()
                        .equals(entry.getValue()))
                .count();
        assertThat(renamed).isBetween(1L, logins.size() / 20L);

        categories.remove("");
        assertThat(categories.entrySet()).anyMatch(entry -> !WORLD.categoryWithId(entry.getKey(), later)
                .orElseThrow()
                .name()
                .equals(entry.getValue()));
    }
}
