package io.streamgauge.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamgauge.duckdb.DuckDb;
import io.streamgauge.duckdb.DuckDbSettings;
import io.streamgauge.engine.Query;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueriesTest {

    private static final Query ONE = new Query("select 1 as one", new LinkedHashMap<>(), List.of());

    @TempDir
    Path scratch;

    @Test
    void refusesAQueryWithinTheReadingOfAnothersRows() {
        try (DuckDb duckDb = DuckDb.open(new DuckDbSettings(128, 1, scratch))) {
            Queries queries = new Queries(duckDb);
            for (int times = 0; times < 10; times++) {
                assertThatThrownBy(() -> queries.select(ONE, List.of(), row -> ask(queries)))
                        .hasStackTraceContaining("A query within the reading of another's rows");
            }

            assertThat(ask(queries)).containsExactly(1L);
        }
    }

    private static List<Long> ask(Queries queries) {
        return queries.select(ONE, List.of(), row -> row.number("one"));
    }
}
