package io.streamgauge.spark;

import static io.streamgauge.duckdb.LakeFixture.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.duckdb.LakeFixture;
import io.streamgauge.engine.State;
import io.streamgauge.model.Model;
import io.streamgauge.model.Models;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Some tables of a lake as Delta tables that follow it. */
final class DeltaTablesTest {

    private static final String DAYS = "gold_channel_days";
    private static final String MONTHS = "gold_channel_months";
    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

    @TempDir
    Path folder;

    private LakeFixture lake;
    private DeltaFolder delta;

    @BeforeEach
    void twoDays() {
        lake = LakeFixture.in(folder.resolve("lake"));
        delta = new DeltaFolder(folder.resolve("delta"));
        land(NOON);
        land(NOON.plusSeconds(86_400));
        lake.transform();
        follow("");
    }

    @AfterEach
    void close() {
        lake.close();
    }

    @Test
    void onlyPartsThatDifferAreReplaced() {
        assertThat(delta.parts(DAYS)).isEqualTo(Map.of("2026-01-05", 2L, "2026-01-06", 2L));
        assertThat(delta.parts(MONTHS)).isEqualTo(Map.of("month-2026-01", 2L));
        List<Path> before = delta.files(DAYS);
        follow("");
        assertThat(delta.commits(DAYS)).as("commits for nothing new").isEqualTo(1);

        lake.land(NOON.plusSeconds(87_300), row(1, 7, "33", 100), row(3, 9, "", 5));
        lake.transform();
        follow("");
        assertThat(delta.parts(DAYS)).isEqualTo(Map.of("2026-01-05", 2L, "2026-01-06", 3L));
        assertThat(delta.files(DAYS))
                .filteredOn(before::contains)
                .singleElement()
                .asString()
                .contains("part=2026-01-05");
        assertThat(delta.commits(DAYS)).isEqualTo(2);
        assertThat(delta.commits(MONTHS))
                .as("commits to a month of days that are over")
                .isEqualTo(1);
    }

    @Test
    void aTableWithOtherColumnsIsWrittenAnew() {
        follow(", cast(7 as bigint) as lucky");
        assertThat(delta.files(DAYS)).hasSize(2);
        assertThat(TestSpark.session()
                        .read()
                        .format("delta")
                        .load(folder.resolve("delta").resolve(DAYS).toUri().toString())
                        .columns())
                .contains("lucky");
    }

    @Test
    void whoeverKnowsNothingWritesAllAndDoublesNothing() throws IOException {
        Files.writeString(folder.resolve("delta/_streamgauge.json"), "{\"parts\": {\"gold_ch");
        follow("");
        assertThat(delta.commits(DAYS)).isEqualTo(2);
        assertThat(delta.parts(DAYS)).isEqualTo(Map.of("2026-01-05", 2L, "2026-01-06", 2L));
    }

    private void land(Instant at) {
        lake.land(at, row(1, 7, "33", 100), row(2, 8, "", 40));
    }

    /** @param more columns that the table by days has besides */
    private void follow(String more) {
        Models models = Models.of(List.of(model(DAYS, more), model(MONTHS, "")));
        try (SparkEngine engine = new SparkEngine(TestSpark.session())) {
            engine.prepare(models);
            var published = lake.ledger.current().orElseThrow();
            new DeltaTables(TestSpark.session(), folder.resolve("delta").toUri().toString(), models, lake.store, engine)
                    .follow(State.of(lake.ledger, published), published.version());
        }
    }

    /** With the columns of the product's model of that name, and without what it reads. */
    private Model model(String name, String more) {
        Model model = lake.models.get(name);
        String columns = lake
                .duckDb
                .select(
                        "select column_name || ' ' || column_type as c from (describe empty_" + name + ")",
                        List.of(),
                        row -> row.text("c"))
                .stream()
                .map(column -> "cast(null as " + type(column) + ") as " + column.substring(0, column.indexOf(' ')))
                .reduce((one, other) -> one + ", " + other)
                .orElseThrow();
        return Model.parse(
                name,
                "-- unit: " + model.unit().name().toLowerCase(Locale.ROOT)
                        + "\n-- grain: channel_id\n-- inputs: landing\n-- order: channel_id\nselect " + columns + more
                        + " from landing");
    }

    private static String type(String column) {
        String type = column.substring(column.indexOf(' ') + 1);
        return type.equals("VARCHAR") ? "string" : type;
    }
}
