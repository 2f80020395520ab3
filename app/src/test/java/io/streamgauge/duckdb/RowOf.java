package io.streamgauge.duckdb;

import io.streamgauge.lake.LandingRow;
import java.time.Instant;
import java.util.List;

/** A row of landing in the making: a plain one, but for what is said. */
final class RowOf {

    private final long number;
    private Instant observedAt = Instant.parse("2026-01-05T10:15:07Z");
    private String id;
    private String userId;
    private String language = "en";
    private String title;
    private List<String> tags = List.of("English");
    private String gameId;
    private Boolean mature;
    private Long viewers;
    private String extra;
    private String problem;
    private String raw;

    RowOf(long number) {
        this.number = number;
        this.id = "" + number;
        this.userId = "" + (1_000 + number);
        this.title = "Title " + number;
        this.gameId = "" + (30 + number % 3);
        this.mature = number % 2 == 0;
        this.viewers = 10 * number;
    }

    RowOf observedAt(Instant at) {
        observedAt = at;
        return this;
    }

    RowOf id(String text) {
        id = text;
        return this;
    }

    RowOf userId(String text) {
        userId = text;
        return this;
    }

    RowOf language(String text) {
        language = text;
        return this;
    }

    RowOf title(String text) {
        title = text;
        return this;
    }

    RowOf tags(List<String> texts) {
        tags = texts;
        return this;
    }

    RowOf gameId(String text) {
        gameId = text;
        return this;
    }

    RowOf mature(Boolean flag) {
        mature = flag;
        return this;
    }

    RowOf viewers(Long count) {
        viewers = count;
        return this;
    }

    RowOf extra(String json) {
        extra = json;
        return this;
    }

    RowOf problem(String sentence, String json) {
        problem = sentence;
        raw = json;
        return this;
    }

    LandingRow row() {
        return new LandingRow(
                observedAt,
                1,
                0,
                id,
                userId,
                "login" + number,
                "Name" + number,
                gameId,
                gameId == null ? null : "Category " + gameId,
                "live",
                title,
                tags,
                viewers,
                "2026-01-05T09:0" + number % 10 + ":00Z",
                language,
                "https://example.invalid/" + number + ".jpg",
                List.of(),
                mature,
                extra,
                problem,
                raw);
    }
}
