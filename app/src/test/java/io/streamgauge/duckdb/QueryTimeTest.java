package io.streamgauge.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamgauge.engine.Query;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class QueryTimeTest {

    /** Would take hours. */
    private static final String ENDLESS =
            "select sum(sin(one.range * other.range)) as total from range(10000000) as one, range(1000000) as other";

    private static final String ROW_BY_ROW =
            "select sin(one.range * other.range) as total from range(10000000) as one, range(1000000) as other";

    private static final String WITHOUT_A_ROW = ROW_BY_ROW + " where sin(one.range * other.range) > 2";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {ENDLESS, ROW_BY_ROW, WITHOUT_A_ROW})
    @Timeout(60)
    void aQueryOverItsTimeIsCancelledAndTheNextOneRuns(String sql) {
        try (DuckDb duckDb = DuckDb.open(new DuckDbSettings(128, 2, folder))) {
            Query endless = query(sql);

            assertThatThrownBy(() -> duckDb.select(endless, List.of(), Duration.ofMillis(500), row -> null))
                    .isInstanceOf(QueryTimeoutException.class);
            assertThat(duckDb.select(
                            query("select 7 as seven"), List.of(), Duration.ofSeconds(5), row -> row.number("seven")))
                    .containsExactly(7L);
        }
    }

    private static Query query(String sql) {
        return new Query(sql, new LinkedHashMap<>(), List.of());
    }
}
