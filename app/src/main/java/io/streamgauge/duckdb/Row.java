package io.streamgauge.duckdb;

import io.streamgauge.engine.EngineException;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;

/** One row of a result, its columns by name. Columns are not null but where a method says so. */
public final class Row {

    private final ResultSet results;

    Row(ResultSet results) {
        this.results = results;
    }

    public String text(String column) {
        return get(column, String.class);
    }

    /** The value of a column of any type as text. */
    public String display(String column) {
        return String.valueOf(get(column, Object.class));
    }

    public long number(String column) {
        return get(column, Number.class).longValue();
    }

    /** The number, or null. */
    public Long numberOrNull(String column) {
        Number number = get(column, Number.class);
        return number == null ? null : number.longValue();
    }

    public double real(String column) {
        return get(column, Number.class).doubleValue();
    }

    /** The number, or null. */
    public Double realOrNull(String column) {
        Number number = get(column, Number.class);
        return number == null ? null : number.doubleValue();
    }

    public boolean flag(String column) {
        return get(column, Boolean.class);
    }

    /** The time, or null. */
    public Instant instant(String column) {
        try {
            LocalDateTime time = results.getObject(column, LocalDateTime.class);
            return time == null ? null : time.toInstant(ZoneOffset.UTC);
        } catch (SQLException e) {
            throw new EngineException(DuckDb.reason(e), e);
        }
    }

    /** The texts of a list, null among them where one is. */
    public List<String> texts(String column) {
        try {
            Object[] texts = (Object[]) get(column, Array.class).getArray();
            return Arrays.stream(texts).map(String.class::cast).toList();
        } catch (SQLException e) {
            throw new EngineException(DuckDb.reason(e), e);
        }
    }

    private <T> T get(String column, Class<T> type) {
        try {
            return type.cast(results.getObject(column));
        } catch (SQLException e) {
            throw new EngineException(DuckDb.reason(e), e);
        }
    }
}
