package io.streamgauge.simulator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A query of IGDB's, as far as clients need it to look up rows by their values: {@code fields}, {@code where} with equality and
 * lists joined by {@code &}, {@code limit} and {@code offset}.
 */
record Apicalypse(List<String> fields, Map<String, Set<String>> where, int limit, int offset) {
    static final int MOST_ROWS = 500;

    private static final int USUAL_ROWS = 10;
    private static final Pattern CONDITION = Pattern.compile("\\s*([a-z_]+)\\s*=\\s*(\\(.*\\)|\"[^\"]*\"|-?\\d+)\\s*");

    /** @throws Refusal where a clause is none of these */
    static Apicalypse parse(String body) {
        List<String> fields = List.of("id");
        Map<String, Set<String>> where = Map.of();
        int limit = USUAL_ROWS;
        int offset = 0;
        for (String clause : body.split(";")) {
            String[] parts = clause.strip().split("\\s+", 2);
            String given = parts.length == 2 ? parts[1].strip() : "";
            switch (parts[0]) {
                case "" -> {}
                case "fields" ->
                    fields = Arrays.stream(given.split(",")).map(String::strip).toList();
                case "where" -> where = conditions(given);
                case "limit" -> limit = whole(given, parts[0]);
                case "offset" -> offset = whole(given, parts[0]);
                default -> throw new Refusal(400, "Syntax Error at '" + parts[0] + "'");
            }
        }
        if (limit > MOST_ROWS) {
            throw new Refusal(403, "Reqest limit too high");
        }
        return new Apicalypse(fields, where, limit, offset);
    }

    /** The rows that fit, each with the fields that were asked for. */
    List<Map<String, Object>> of(List<Map<String, Object>> rows) {
        return rows.stream()
                .filter(this::fits)
                .skip(offset)
                .limit(limit)
                .map(row -> shown(row, fields))
                .toList();
    }

    private boolean fits(Map<String, Object> row) {
        return where.entrySet().stream().allMatch(condition -> {
            Object value = row.get(condition.getKey());
            return value != null && condition.getValue().contains(String.valueOf(plain(value)));
        });
    }

    private static Map<String, Object> shown(Map<String, Object> row, List<String> paths) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", row.get("id"));
        Map<String, List<String>> below = new LinkedHashMap<>();
        for (String path : paths) {
            int dot = path.indexOf('.');
            if (dot >= 0) {
                below.computeIfAbsent(path.substring(0, dot), key -> new ArrayList<>())
                        .add(path.substring(dot + 1));
            } else if (path.equals("*")) {
                row.forEach((key, value) -> shown.put(key, plain(value)));
            } else if (row.containsKey(path)) {
                shown.put(path, plain(row.get(path)));
            }
        }
        below.forEach((key, deeper) -> {
            if (row.containsKey(key)) {
                shown.put(key, expanded(row.get(key), deeper));
            }
        });
        return shown;
    }

    @SuppressWarnings("unchecked")
    private static Object expanded(Object value, List<String> paths) {
        if (value instanceof List<?> list) {
            return list.stream().map(each -> expanded(each, paths)).toList();
        }
        return value instanceof Map<?, ?> ? shown((Map<String, Object>) value, paths) : value;
    }

    /** What stands for a value that nobody asked to expand: ids in place of rows. */
    private static Object plain(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(Apicalypse::plain).toList();
        }
        return value instanceof Map<?, ?> row ? row.get("id") : value;
    }

    private static Map<String, Set<String>> conditions(String text) {
        Map<String, Set<String>> conditions = new LinkedHashMap<>();
        for (String condition : text.split("&")) {
            Matcher matcher = CONDITION.matcher(condition);
            if (!matcher.matches()) {
                throw new Refusal(400, "Syntax Error at '" + condition.strip() + "'");
            }
            String values = matcher.group(2).replaceAll("^\\(|\\)$", "");
            Set<String> wanted = new HashSet<>();
            for (String value : values.split(",")) {
                wanted.add(value.strip().replaceAll("^\"|\"$", ""));
            }
            conditions.put(matcher.group(1), wanted);
        }
        return conditions;
    }

    private static int whole(String text, String clause) {
        if (!text.matches("\\d{1,9}")) {
            throw new Refusal(400, "Syntax Error at '" + clause + " " + text + "'");
        }
        return Integer.parseInt(text);
    }
}
