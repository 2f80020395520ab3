package io.streamgauge.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.lake.LandingRow;
import io.streamgauge.model.Check;
import io.streamgauge.model.Models;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of every check there is a snapshot that breaks it, and it alone, and one that breaks none. */
class ChecksTest {

    private static final Instant BEFORE = Instant.parse("2026-01-05T10:00:00Z");
    private static final Instant AT = Instant.parse("2026-01-05T10:15:00Z");

    @TempDir
    Path folder;

    /** What a check found: how much breaks it, and what. */
    private record Found(long broken, String detail) {}

    /** A snapshot after a usual one, and what is found in it. */
    private record Broken(List<LandingRow> rows, Map<String, Found> found) {}

    @Test
    void aUsualSnapshotBreaksNothing() {
        assertThat(found("usual", rows(1, 200, row -> row))).isEmpty();
        assertThat(found("small", rows(1, 2, row -> row)))
                .containsOnlyKeys("channels_do_not_collapse", "viewers_do_not_collapse", "no_language_collapses");
    }

    @Test
    void everyCheckIsBrokenByASnapshot() {
        Map<String, Broken> broken = broken();

        assertThat(broken.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Models.packed().checks().stream().map(Check::name).toList());
        broken.forEach((check, snapshot) ->
                assertThat(found(check, snapshot.rows())).as(check).isEqualTo(snapshot.found()));
    }

    private static Map<String, Broken> broken() {
        Map<String, Broken> broken = new TreeMap<>();
        broken.put(
                "row_fits_the_form",
                alone(
                        "row_fits_the_form",
                        1,
                        "title is a number, expected text",
                        rows(1, 200, row -> row),
                        new RowOf(201).problem("title is a number, expected text", "{\"title\":5}")));
        broken.put(
                "ids_are_whole_numbers",
                alone(
                        "ids_are_whole_numbers",
                        2,
                        "id is not a whole number: seven",
                        rows(1, 200, row -> row),
                        new RowOf(201).id("seven"),
                        new RowOf(202).userId("eight")));
        broken.put(
                "viewers_are_counted",
                alone(
                        "viewers_are_counted",
                        2,
                        "viewer_count is missing",
                        rows(1, 200, row -> row),
                        new RowOf(201).viewers(null),
                        new RowOf(202).viewers(-3L)));
        List<LandingRow> unusable = rows(1, 80, row -> row);
        unusable.addAll(rows(81, 200, row -> row.viewers(null)));
        broken.put(
                "most_rows_can_be_used",
                new Broken(
                        unusable,
                        Map.of(
                                "most_rows_can_be_used",
                                new Found(120, "120 of 200 rows cannot be used"),
                                "viewers_are_counted",
                                new Found(120, "viewer_count is missing"))));
        broken.put(
                "viewers_differ",
                alone("viewers_differ", 200, "all 200 streams have 7 viewers", rows(1, 200, row -> row.viewers(7L))));
        List<LandingRow> repeats = rows(1, 200, row -> row);
        repeats.addAll(rows(1, 200, row -> row));
        repeats.addAll(rows(1, 10, row -> row));
        broken.put("rows_rarely_repeat", alone("rows_rarely_repeat", 210, "210 of 410 rows are repeats", repeats));
        broken.put(
                "clock_agrees",
                alone(
                        "clock_agrees",
                        1,
                        "received from 2026-01-05 10:13:59 to 2026-01-05 10:13:59",
                        rows(1, 200, row -> row),
                        new RowOf(201).observedAt(AT.minusSeconds(61))));
        broken.put(
                "rows_come_in_time",
                alone(
                        "rows_come_in_time",
                        1,
                        "the last one at 2026-01-05 10:30:01",
                        rows(1, 200, row -> row),
                        new RowOf(201).observedAt(AT.plusSeconds(901))));
        broken.put(
                "no_field_is_new",
                alone(
                        "no_field_is_new",
                        2,
                        "the first one is mood",
                        rows(1, 200, row -> row),
                        new RowOf(201).extra("{ \"mood\" : 1}"),
                        new RowOf(202).extra("{\"zeal\":{\"a\":\"b\"}}")));
        broken.put(
                "no_field_vanishes",
                alone("no_field_vanishes", 1, "one of them is title", rows(1, 200, row -> row.title(null))));
        broken.put(
                "no_field_is_constant",
                alone("no_field_is_constant", 2, "one of them is is_mature", rows(1, 200, row -> row.title(
                                "One for all")
                        .mature(false))));
        broken.put(
                "viewers_do_not_collapse",
                alone(
                        "viewers_do_not_collapse",
                        1,
                        "20100 viewers, 201000 before",
                        rows(1, 200, row -> row.viewers(row.row().viewerCount() / 10))));
        broken.put(
                "channels_do_not_collapse",
                alone(
                        "channels_do_not_collapse",
                        1,
                        "99 channels, 200 before",
                        rows(1, 99, row -> row.viewers(2000L + row.row().viewerCount()))));
        broken.put(
                "no_language_collapses",
                alone(
                        "no_language_collapses",
                        1,
                        "one of them is en",
                        rows(1, 200, row -> row.language(row.row().viewerCount() < 1800 ? "de" : "fr"))));
        return broken;
    }

    private static Broken alone(String check, long broken, String detail, List<LandingRow> rows, RowOf... more) {
        List<LandingRow> all = new ArrayList<>(rows);
        for (RowOf row : more) {
            all.add(row.row());
        }
        return new Broken(all, Map.of(check, new Found(broken, detail)));
    }

    private static List<LandingRow> rows(long first, long last, UnaryOperator<RowOf> change) {
        return new ArrayList<>(LongStream.rangeClosed(first, last)
                .mapToObj(number -> change.apply(usual(number)).row())
                .toList());
    }

    private static RowOf usual(long number) {
        return new RowOf(number).language(number <= 20 ? "de" : "en");
    }

    /** What is found in a snapshot that follows a usual one. */
    private Map<String, Found> found(String name, List<LandingRow> rows) {
        try (LakeFixture lake = LakeFixture.in(folder.resolve(name))) {
            lake.land(BEFORE, rows(1, 200, row -> row.observedAt(BEFORE)).toArray(LandingRow[]::new));
            lake.land(AT, rows.toArray(LandingRow[]::new));
            lake.transform();
            Map<String, Found> found = new TreeMap<>();
            lake.select(
                            """
                            select expectation, broken, detail from quality_results
                            where not passed and snapshot_at = timestamp '2026-01-05 10:15:00'
                            union all
                            select expectation, broken, detail from quality_changes where not passed
                            """,
                            List.of("quality_results", "quality_changes"),
                            row -> Map.entry(
                                    row.text("expectation"), new Found(row.number("broken"), row.text("detail"))))
                    .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
            return found;
        }
    }
}
