package io.streamgauge.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamgauge.model.Model;
import io.streamgauge.model.Models;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every engine must do: the same rows, to the integer, in the same order and of the same types. */
public interface EngineContract {

    Engine engine();

    /** The path of a file that is not there yet, in a folder that is. */
    Path file(String name);

    /** The rows of a Parquet file in their order, each as DuckDB spells it. */
    List<String> rows(Path file);

    /** The columns of a Parquet file with their types, as DuckDB calls them. */
    List<String> columns(Path file);

    @Test
    default void rowsAreWrittenInOrderAndCounted() {
        Path file = file("ordered");
        assertThat(write(
                        "select cast(a as bigint) as a, b from (values (2, 'b'), (3, 'c'), (1, 'a')) as v(a, b)",
                        file,
                        "a"))
                .isEqualTo(3);
        assertThat(rows(file)).containsExactly("{'a': 1, 'b': a}", "{'a': 2, 'b': b}", "{'a': 3, 'b': c}");
        assertThat(columns(file)).containsExactly("a BIGINT", "b VARCHAR");
    }

    @Test
    default void nullsComeLastWhereNothingElseIsSaid() {
        String sql = "select cast(a as bigint) as a, cast(b as bigint) as b"
                + " from (values (1, 5), (null, 6), (2, null), (2, 7)) as v(a, b)";
        assertThat(written(sql, "a", "b desc"))
                .containsExactly("{'a': 1, 'b': 5}", "{'a': 2, 'b': 7}", "{'a': 2, 'b': NULL}", "{'a': NULL, 'b': 6}");
        assertThat(written(sql, "a desc", "b"))
                .containsExactly("{'a': 2, 'b': 7}", "{'a': 2, 'b': NULL}", "{'a': 1, 'b': 5}", "{'a': NULL, 'b': 6}");
        assertThat(written(sql, "a nulls first", "b"))
                .containsExactly("{'a': NULL, 'b': 6}", "{'a': 1, 'b': 5}", "{'a': 2, 'b': 7}", "{'a': 2, 'b': NULL}");
    }

    /** U+FFFD comes before U+10348 by its bytes, and after it by Java's characters. */
    @Test
    default void textIsOrderedByItsBytes() {
        assertThat(written("select a from (values ('𐍈'), ('b'), ('Ä'), ('\uFFFD'), ('B'), (''), ('夜')) as v(a)", "a"))
                .containsExactly(
                        "{'a': ''}", "{'a': B}", "{'a': b}", "{'a': Ä}", "{'a': 夜}", "{'a': \uFFFD}", "{'a': 𐍈}");
    }

    @Test
    default void equalRowsGiveEqualBytes() {
        Path one = file("one");
        Path other = file("other");
        write("select a, b from (values (1, 'a'), (2, 'b'), (3, null)) as v(a, b)", one, "a");
        write("select b.a, b.b from (values (3, null), (1, 'a'), (2, 'b')) as b(a, b)", other, "a");
        assertThat(one).hasSameBinaryContentAs(other);
    }

    @Test
    default void eachFileHasTheRowsThatItsConditionKeeps() {
        Path low = file("low");
        Path high = file("high");
        List<Long> counts = engine().write(
                        query("select a, 'x' as b from (values (4), (1), (null), (3), (2)) as v(a)", Map.of(), "a"),
                        List.of(
                                new Engine.Output(low, "a < 3"),
                                new Engine.Output(file("none"), "a > 9"),
                                new Engine.Output(high, "a > 3")));
        assertThat(counts).containsExactly(2L, 0L, 1L);
        assertThat(rows(low)).containsExactly("{'a': 1, 'b': x}", "{'a': 2, 'b': x}");
        assertThat(rows(high)).containsExactly("{'a': 4, 'b': x}");
        assertThat(columns(low)).containsExactly("a INTEGER", "b VARCHAR");
    }

    @Test
    default void modelsHaveColumnsBeforeTheyHaveRows() {
        Models models =
                models("seen", "select cast(user_id as bigint) as channel_id, title, tags, observed_at from landing");
        engine().prepare(models);
        assertThat(engine().columns("seen")).containsExactly("channel_id", "title", "tags", "observed_at");

        Path file = file("nobody");
        Map<String, Relation> nothing = Map.of("seen", new Relation.Files(List.of()));
        assertThat(write("select count(*) as n, max(channel_id) as newest from seen", nothing, file))
                .isEqualTo(1);
        assertThat(rows(file)).containsExactly("{'n': 0, 'newest': NULL}");
        assertThat(columns(file)).containsExactly("n BIGINT", "newest BIGINT");
    }

    @Test
    default void everyModelOfTheProductRunsOverNoRows() {
        Models models = Models.packed();
        engine().prepare(models);
        assertThat(models.all()).allSatisfy(model -> assertThat(engine().columns(model.name()))
                .as("columns of " + model.name())
                .containsAll(model.grain()));
    }

    @Test
    default void aModelThatDoesNotRunIsNamed() {
        Models models = models("broken", "select no_such_column from landing");
        assertThatThrownBy(() -> engine().prepare(models))
                .isInstanceOf(EngineException.class)
                .hasMessageStartingWith("Model broken does not run: ")
                .hasMessageContaining("no_such_column");
    }

    @Test
    default void ofAPartTheRowsThatItsConditionKeepsAreRead() {
        engine().prepare(models("seen", "select cast(page as bigint) as a, title as b from landing"));
        Path one = file("first");
        Path two = file("second");
        write("select cast(a as bigint) as a, 'one' as b from (values (1), (2), (3)) as v(a)", one, "a");
        write("select cast(a as bigint) as a, 'two' as b from (values (1), (2), (3)) as v(a)", two, "a");
        Relation seen = new Relation.Files(
                List.of(new Relation.Part(List.of(one), "a >= 2 and a < 3"), new Relation.Part(List.of(two), null)));
        assertThat(written("select a, b from seen", Map.of("seen", seen), "b", "a"))
                .containsExactly(
                        "{'a': 2, 'b': one}", "{'a': 1, 'b': two}", "{'a': 2, 'b': two}", "{'a': 3, 'b': two}");
    }

    @Test
    default void whatAnOlderFileLacksIsNullWhereverItsOtherColumnsStand() {
        engine().prepare(models("seen", "select cast(page as bigint) as a, title as b, language as c from landing"));
        Path older = file("older");
        write("select 'x' as c, cast(1 as bigint) as a", older, "a");
        Relation seen = new Relation.Files(List.of(new Relation.Part(List.of(older), null, true)));
        assertThat(written("select a, b, c from seen", Map.of("seen", seen), "a"))
                .containsExactly("{'a': 1, 'b': NULL, 'c': x}");
    }

    @Test
    default void aTextReadsTheRelationsBeforeIt() {
        LinkedHashMap<String, Relation> inputs = new LinkedHashMap<>();
        inputs.put("numbers", new Relation.Text("select a from (values (1), (2)) as v(a)"));
        inputs.put("doubled", new Relation.Text("select 2 * a as a from numbers"));
        assertThat(written("select a from doubled", inputs, "a")).containsExactly("{'a': 2}", "{'a': 4}");
    }

    @Test
    default void aTextOfFilesIsTheSameHoweverOftenItIsRead() {
        engine().prepare(models("seen", "select cast(page as bigint) as a, title as b from landing"));
        Path file = file("numbers");
        write("select cast(a as bigint) as a, 'x' as b from (values (1), (2), (3)) as v(a)", file, "a");
        for (int round = 1; round <= 2; round++) {
            LinkedHashMap<String, Relation> inputs = new LinkedHashMap<>();
            inputs.put("seen", new Relation.Files(List.of(new Relation.Part(List.of(file), null))));
            inputs.put("larger", new Relation.Text("select a + " + round + " as a from seen where a > 1"));
            assertThat(written(
                            "select 'least' as which, min(a) as a from larger union all"
                                    + " select 'most', max(a) from larger union all"
                                    + " select 'how many', count(*) from larger where a > " + (2 + round),
                            inputs,
                            "which"))
                    .containsExactly(
                            "{'which': how many, 'a': 1}",
                            "{'which': least, 'a': " + (2 + round) + "}",
                            "{'which': most, 'a': " + (3 + round) + "}");
        }
    }

    @Test
    default void timesAreTimesOfUtc() {
        Path file = file("times");
        write(
                "select timestamp '2026-03-29 02:30:00.123456' as t,"
                        + " cast(unix_timestamp(timestamp '2026-03-29 02:30:00') as bigint) as s,"
                        + " cast(timestamp_seconds(1774751400) as timestamp) as u,"
                        + " cast('2026-03-29T02:30:00Z' as timestamp) as z,"
                        + " cast(date_trunc('hour', timestamp '2026-03-29 02:30:00') as timestamp) as h",
                file);
        assertThat(columns(file))
                .containsExactly("t TIMESTAMP", "s BIGINT", "u TIMESTAMP", "z TIMESTAMP", "h TIMESTAMP");
        assertThat(rows(file))
                .containsExactly("{'t': '2026-03-29 02:30:00.123456', 's': 1774751400, 'u': '2026-03-29 02:30:00',"
                        + " 'z': '2026-03-29 02:30:00', 'h': '2026-03-29 02:00:00'}");
    }

    @Test
    default void numbersAreExactAndRoundedAlike() {
        assertThat(written("select cast(sum(a) as bigint) as total, cast(round(cast(2.5 as double)) as bigint) as up,"
                        + " cast(round(cast(-2.5 as double)) as bigint) as down,"
                        + " cast(floor(cast(-0.5 as double)) as bigint) as below,"
                        + " try_cast('12x' as bigint) as unread,"
                        + " cast(7 as double) / nullif(0, 0) as undefined,"
                        + " avg(cast(a as double)) is null as known,"
                        + " -7 % 3 as rest"
                        + " from (values (9007199254740993), (9007199254740993)) as v(a)"))
                .containsExactly("{'total': 18014398509481986, 'up': 3, 'down': -3, 'below': -1, 'unread': NULL,"
                        + " 'undefined': NULL, 'known': false, 'rest': -1}");
    }

    @Test
    default void ranksAndRunsOfRowsAreTheSame() {
        assertThat(written(
                        "select id, cast(rank() over (order by v desc nulls last) as bigint) as place,"
                                + " cast(sum(v) over (order by id rows between 1 preceding and current row) as bigint) as two,"
                                + " cast(lag(v) over (order by id) as bigint) as before"
                                + " from (values (1, 5), (2, 9), (3, null), (4, 9)) as v(id, v)",
                        "id"))
                .containsExactly(
                        "{'id': 1, 'place': 3, 'two': 5, 'before': NULL}",
                        "{'id': 2, 'place': 1, 'two': 14, 'before': 5}",
                        "{'id': 3, 'place': 4, 'two': 9, 'before': 9}",
                        "{'id': 4, 'place': 1, 'two': 9, 'before': NULL}");
    }

    @Test
    default void whatCannotBeComputedFailsInOneLine() {
        assertThatThrownBy(() -> write("select cast('no number' as bigint) as a", file("failed")))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("no number")
                .message()
                .doesNotContain("\n");
    }

    private List<String> written(String sql, String... order) {
        return written(sql, Map.of(), order);
    }

    private List<String> written(String sql, Map<String, Relation> inputs, String... order) {
        Path file = file("result-" + Integer.toHexString(Arrays.hashCode(order)));
        engine().write(query(sql, inputs, order), List.of(new Engine.Output(file, null)));
        return rows(file);
    }

    private long write(String sql, Path file, String... order) {
        return write(sql, Map.of(), file, order);
    }

    private long write(String sql, Map<String, Relation> inputs, Path file, String... order) {
        return engine().write(query(sql, inputs, order), List.of(new Engine.Output(file, null)))
                .get(0);
    }

    private static Query query(String sql, Map<String, Relation> inputs, String... order) {
        return new Query(sql, new LinkedHashMap<>(inputs), List.of(order));
    }

    private static Models models(String name, String sql) {
        return Models.of(
                List.of(Model.parse(name, "-- unit: snapshot\n-- grain: a\n-- inputs: landing\n-- order: a\n" + sql)));
    }
}
