package io.streamgauge;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.duckdb.DuckDb;
import io.streamgauge.duckdb.DuckDbEngine;
import io.streamgauge.duckdb.DuckDbSettings;
import io.streamgauge.model.Model;
import io.streamgauge.model.Models;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The dictionary names exactly the tables and columns that there are, with their types. */
final class DictionaryTest {

    private static final String PREFIX = "empty_";
    private static final String DICTIONARY = Repository.read("docs/dictionary.md");

    @TempDir
    Path scratch;

    @Test
    void namesEveryTableAndColumn() {
        List<String> described = new ArrayList<>();
        DICTIONARY.lines().filter(line -> line.startsWith("### ")).sorted().forEach(heading -> {
            String table = MarkdownTable.code(heading).get(0);
            MarkdownTable.under(heading, DICTIONARY)
                    .forEach(row -> described.add(
                            table + "." + MarkdownTable.code(row.get(0)).get(0) + " " + row.get(1)));
        });
        assertThat(described).containsExactlyElementsOf(columns());
    }

    @Test
    void saysUnitAndGrainOfEveryModel() {
        Map<String, String> said = new TreeMap<>();
        String name = "";
        for (String line : DICTIONARY.lines().toList()) {
            if (line.startsWith("### ")) {
                name = MarkdownTable.code(line).get(0);
            } else if (line.startsWith("Unit: ")) {
                said.put(name, line);
            }
        }
        assertThat(said)
                .isEqualTo(Models.packed().all().stream()
                        .collect(Collectors.toMap(Model::name, DictionaryTest::unitAndGrain)));
    }

    private static String unitAndGrain(Model model) {
        String grain = model.grain().stream().map(column -> "`" + column + "`").collect(Collectors.joining(", "));
        return "Unit: " + model.unit().name().toLowerCase(Locale.ROOT) + ". Grain: " + grain + ".";
    }

    /** Every relation's columns with their types, in their order: the engine keeps an empty table of each. */
    private List<String> columns() {
        try (DuckDb duckDb = DuckDb.open(new DuckDbSettings(64, 1, scratch))) {
            new DuckDbEngine(duckDb).prepare(Models.packed());
            return duckDb.select(
                    "select table_name, column_name, data_type from information_schema.columns"
                            + " where starts_with(table_name, ?) order by table_name, ordinal_position",
                    List.of(PREFIX),
                    row -> row.text("table_name").substring(PREFIX.length()) + "." + row.text("column_name") + " "
                            + row.text("data_type"));
        }
    }
}
