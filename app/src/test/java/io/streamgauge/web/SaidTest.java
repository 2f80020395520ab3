package io.streamgauge.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What holds sentences against the API finds what is wrong in them. */
final class SaidTest {

    private static final String STALE =
            "The newest snapshot is from Sun 22 Nov, 10:15 UTC, 3 hours ago; one every 15 minutes was planned.";

    @Test
    void sentencesThatAreRightPass() {
        assertThat(complaints(STALE, "\"2026-11-22T10:15:00Z\"", "13499", "900"))
                .isEmpty();
        assertThat(complaints("2 days, Sat 21 Nov to Sun 22 Nov", "2", "\"2026-11-21\"", "\"2026-11-22\""))
                .isEmpty();
        assertThat(complaints("failed: page 12 is torn", "\"failed\"", "\"page 12 is torn\""))
                .isEmpty();
        assertThat(complaints("3 min 20 s", "199.7")).isEmpty();
    }

    @Test
    void timesFiguresAndNamesThatAreWrongAreFound() {
        assertThat(complaints(STALE, "\"2026-11-22T10:30:00Z\"", "18000", "600"))
                .containsExactly(
                        "tells 10:15, expected one of [10:30]",
                        "says 3 hours ago, which none of its fields is",
                        "says 15 minutes, which none of its fields is");
        assertThat(complaints("Sun 22 Nov 2025 at 10:15", "\"2026-11-22T10:15:00Z\""))
                .containsExactly("says 2025, which none of its fields is");
        assertThat(complaints("Sat 21 Nov", "\"2026-11-22\""))
                .containsExactly("does not tell the day of 2026-11-22", "says 21, which none of its fields is");
        assertThat(complaints("page 13 is torn", "\"page 12 is torn\""))
                .containsExactly("says none of [page 12 is torn]", "says 13, which none of its fields is");
    }

    private static List<String> complaints(String text, String... fields) {
        List<JsonNode> nodes =
                List.of(fields).stream().map(JsonMapper.shared()::readTree).toList();
        return Said.complaints(text, nodes);
    }
}
