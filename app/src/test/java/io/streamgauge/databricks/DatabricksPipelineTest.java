package io.streamgauge.databricks;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.Repository;
import io.streamgauge.model.Check;
import io.streamgauge.model.Model;
import io.streamgauge.model.Models;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DatabricksPipelineTest {

    private static final Models MODELS = Models.packed();
    private static final DatabricksPipeline PIPELINE = new DatabricksPipeline(MODELS);

    @Test
    void everyModelKeepsItsText() {
        Map<String, String> files = PIPELINE.files();
        PIPELINE.selects().forEach((name, select) -> {
            assertThat(files.get(name + ".sql")).endsWith("AS\n" + select + ";\n");
            if (MODELS.has(name) && !name.equals("gold_recent_channels")) {
                assertThat(select).isEqualTo(MODELS.get(name).sql());
            }
        });
        assertThat(PIPELINE.selects())
                .containsKeys(
                        "bronze_stream_updates",
                        "silver_stream_updates",
                        "gold_game_metrics",
                        "top_streamers",
                        "top_games",
                        "latest_stream_metrics",
                        "quality_results");
    }

    @Test
    void everyTableComesAfterThoseThatItReads() {
        List<String> before = new ArrayList<>();
        PIPELINE.selects().forEach((name, select) -> {
            if (MODELS.has(name) && !name.equals("gold_recent_channels")) {
                Model model = MODELS.get(name);
                assertThat(before).as("before " + name).containsAll(model.inputs());
            }
            before.add(name);
        });
    }

    /** A streaming table, views and a materialized view, as they are written. */
    @ParameterizedTest
    @ValueSource(strings = {"landing", "snapshot_reach", "gold_game_metrics", "target_hours"})
    void writesThemSo(String name) {
        assertThat(PIPELINE.files().get(name + ".sql"))
                .isEqualTo(Repository.read("app/src/test/resources/golden/databricks/" + name + ".sql"));
    }

    /** Each check once, and only those of severity fail end an update. */
    @Test
    void everyCheckIsAConstraint() {
        String files = String.join("\n", PIPELINE.files().values());
        assertThat(MODELS.checks()).isNotEmpty().allSatisfy(check -> {
            String constraint =
                    "CONSTRAINT " + check.name() + " EXPECT (passed OR expectation <> '" + check.name() + "')";
            String violation = check.severity() == Check.Severity.FAIL ? " ON VIOLATION FAIL UPDATE" : "";
            assertThat(files)
                    .containsOnlyOnce(constraint)
                    .containsPattern(Pattern.quote(constraint + violation) + ",?\n");
        });
        assertThat(PIPELINE.files().get("silver_stream_updates.sql"))
                .startsWith(
                        "CREATE OR REFRESH MATERIALIZED VIEW silver_stream_updates (\n"
                                + "    CONSTRAINT viewers_are_counted EXPECT (viewers >= 0) ON VIOLATION DROP ROW\n)\nCOMMENT ");
    }

    @Test
    void expectationsAreConstraints() {
        assertThat(PIPELINE.files().get("quality_results.sql"))
                .contains("CONSTRAINT most_rows_can_be_used EXPECT (passed OR expectation <> 'most_rows_can_be_used')"
                        + " ON VIOLATION FAIL UPDATE")
                .contains("CONSTRAINT no_field_is_new EXPECT (passed OR expectation <> 'no_field_is_new')");
    }
}
