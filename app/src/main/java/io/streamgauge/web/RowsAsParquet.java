package io.streamgauge.web;

import java.io.ByteArrayOutputStream;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes records as Parquet, columns named as in JSON. */
final class RowsAsParquet {

    private static final Map<Class<?>, String> TYPES = Map.of(
            long.class, "BIGINT",
            Long.class, "BIGINT",
            int.class, "INTEGER",
            Integer.class, "INTEGER",
            double.class, "DOUBLE",
            Double.class, "DOUBLE",
            boolean.class, "BOOLEAN",
            Instant.class, "TIMESTAMPTZ");

    private RowsAsParquet() {}

    /** Makes Parquet of JSON objects, one on a line, whose fields have the types of these columns. */
    interface Writer {
        byte[] parquet(Map<String, String> columns, byte[] lines);
    }

    static <T extends Record> byte[] of(Class<T> type, List<T> rows, Writer writer) {
        Map<String, String> columns = new LinkedHashMap<>();
        for (RecordComponent column : type.getRecordComponents()) {
            columns.put(SnakeCase.of(column.getName()), TYPES.getOrDefault(column.getType(), "VARCHAR"));
        }
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        rows.forEach(row -> {
            lines.writeBytes(Json.bytes(row));
            lines.write('\n');
        });
        return writer.parquet(columns, lines.toByteArray());
    }
}
