package io.streamgauge.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.analytics.GameFacts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GameLinesTest {

    private static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");
    private static final GameLines.Pages PAGES = (kind, id) -> "/" + kind.many() + "/" + id;

    @Test
    void anEmptyStateSaysWhy() {
        assertThat(GameLines.of(Optional.empty(), false, NOW, PAGES).note()).contains("STREAMGAUGE_METADATA");
        assertThat(GameLines.of(Optional.empty(), true, NOW, PAGES).note())
                .isEqualTo("What this category is was not asked of Twitch and IGDB yet.");
        GameLines talk = GameLines.of(Optional.of(facts(false, null, List.of())), true, NOW, PAGES);
        assertThat(talk.note()).startsWith("This category is no game");
        assertThat(talk.isFromIgdb()).isFalse();
    }

    @Test
    void everyLabelIsNamed() {
        GameLines lines = GameLines.of(
                Optional.of(facts(
                        true,
                        null,
                        List.of(new GameFacts.Label(12, "Adventure"), new GameFacts.Label(15, "Strategy")))),
                true,
                NOW,
                PAGES);
        assertThat(lines.lines())
                .containsExactly(new GameLines.Line(
                        "Genres",
                        List.of(
                                new GameLines.Part("Adventure", "/genres/12"),
                                new GameLines.Part("Strategy", "/genres/15"))));
        assertThat(lines.isFromIgdb()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-16, '16 June 2026, not out yet'",
        "2026-06-14, '14 June 2026, 1 day old'",
        "2026-04-20, '20 April 2026, 56 days old'",
        "2025-01-10, '10 January 2025, 17 months old'",
        "2013-09-17, '17 September 2013, 12 years old'"
    })
    void theReleaseIsToldWithItsAge(String day, String told) {
        Instant release = Instant.parse(day + "T00:00:00Z");
        assertThat(GameLines.of(Optional.of(facts(true, release, List.of())), true, NOW, PAGES)
                        .lines())
                .containsExactly(new GameLines.Line("First release", told));
    }

    private static GameFacts facts(boolean isGame, Instant release, List<GameFacts.Label> genres) {
        return new GameFacts(
                isGame, "", null, null, null, release, null, genres, List.of(), List.of(), List.of(), List.of(), NOW);
    }
}
