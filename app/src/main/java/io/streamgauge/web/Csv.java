package io.streamgauge.web;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Writes records as the CSV of RFC 4180, with a heading, columns named as in JSON. */
final class Csv {

    static final String CONTENT_TYPE = "text/csv; charset=utf-8";

    private Csv() {}

    static <T extends Record> String of(Class<T> type, List<T> rows) {
        RecordComponent[] columns = type.getRecordComponents();
        StringBuilder csv = new StringBuilder();
        csv.append(Arrays.stream(columns)
                .map(column -> SnakeCase.of(column.getName()))
                .collect(Collectors.joining(",")));
        csv.append("\r\n");
        for (T row : rows) {
            csv.append(Arrays.stream(columns)
                    .map(column -> field(value(column, row)))
                    .collect(Collectors.joining(",")));
            csv.append("\r\n");
        }
        return csv.toString();
    }

    private static Object value(RecordComponent column, Record row) {
        try {
            return column.getAccessor().invoke(row);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("Cannot read column '" + column.getName() + "' of " + row, impossible);
        }
    }

    private static String field(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Double number) {
            boolean isWhole = number == Math.rint(number) && Math.abs(number) < 1e15;
            return isWhole
                    ? Long.toString(number.longValue())
                    : BigDecimal.valueOf(number).toPlainString();
        }
        String text = value.toString();
        boolean isPlain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return isPlain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
