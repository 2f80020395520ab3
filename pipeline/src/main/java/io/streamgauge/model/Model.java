package io.streamgauge.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One model.
 *
 * @param name its file's name, and the name of the relation that it makes
 * @param description what it is for, in a sentence or two
 * @param grain the columns that tell its rows apart
 * @param inputs the relations that its text reads
 * @param order the columns that its files are sorted by: none for a view, else enough to give one order
 * @param merge how rows alike in all other columns become one when files are put together, by column: {@code min} or
 *     {@code max}; empty where no two rows are alike
 * @param ofPeriodsOver whether it has rows of periods that are over alone, so that no others are asked of it
 * @param sql the select
 */
public record Model(
        String name,
        Unit unit,
        String description,
        List<String> grain,
        List<String> inputs,
        List<String> order,
        Map<String, String> merge,
        boolean ofPeriodsOver,
        String sql) {

    private static final List<String> KEYS = List.of("unit", "grain", "inputs", "order", "merge", "periods");

    /**
     * Reads a model's text.
     *
     * @throws IllegalArgumentException naming the model and what its header lacks
     */
    public static Model parse(String name, String text) {
        Map<String, String> header = new LinkedHashMap<>();
        StringBuilder description = new StringBuilder();
        int at = 0;
        String[] lines = text.split("\n", -1);
        for (; at < lines.length && lines[at].startsWith("--"); at++) {
            String line = lines[at].substring(2).strip();
            int colon = line.indexOf(": ");
            String key = colon < 0 ? "" : line.substring(0, colon);
            if (KEYS.contains(key)) {
                header.put(key, line.substring(colon + 2).strip());
            } else if (!line.isEmpty()) {
                description.append(description.isEmpty() ? "" : " ").append(line);
            }
        }
        String sql = String.join("\n", List.of(lines).subList(at, lines.length)).strip();
        Unit unit = Unit.of(header.getOrDefault("unit", ""))
                .orElseThrow(() -> new IllegalArgumentException("Model " + name
                        + ": its header must say 'unit: ' view, snapshot, hour, day, over, labelled, learnt, month, period, rolling or recent, found '"
                        + header.getOrDefault("unit", "") + "'"));
        Model model = new Model(
                name,
                unit,
                description.toString(),
                names(header.get("grain")),
                names(header.get("inputs")),
                names(header.get("order")),
                merges(name, header.get("merge")),
                isOfPeriodsOver(name, header.get("periods")),
                sql);
        if (unit != Unit.VIEW && model.order.isEmpty()) {
            throw new IllegalArgumentException("Model " + name + ": its header must say 'order: ' and columns");
        }
        if (model.grain.isEmpty() || model.inputs.isEmpty() || sql.isEmpty()) {
            throw new IllegalArgumentException(
                    "Model " + name + ": a header with grain and inputs and a select expected");
        }
        return model;
    }

    public boolean isView() {
        return unit == Unit.VIEW;
    }

    /** The text that puts the rows of a relation with this model's columns together, as {@code merge} says. */
    public String merged(String relation) {
        if (merge.isEmpty()) {
            return "select * from " + relation;
        }
        String columns = merge.entrySet().stream()
                .map(column -> column.getValue() + "(" + column.getKey() + ") as " + column.getKey())
                .collect(Collectors.joining(", "));
        String keys = String.join(", ", grain);
        return "select " + keys + ", " + columns + " from " + relation + " group by " + keys;
    }

    private static List<String> names(String list) {
        return list == null ? List.of() : List.of(list.split("\\s*,\\s*"));
    }

    private static boolean isOfPeriodsOver(String name, String periods) {
        if (periods != null && !periods.equals("over")) {
            throw new IllegalArgumentException("Model " + name + ": 'periods: ' takes over, found '" + periods + "'");
        }
        return periods != null;
    }

    private static Map<String, String> merges(String name, String list) {
        Map<String, String> merges = new LinkedHashMap<>();
        for (String item : names(list)) {
            String[] parts = item.split("\\s+");
            if (parts.length != 2 || !List.of("min", "max").contains(parts[1])) {
                throw new IllegalArgumentException(
                        "Model " + name + ": 'merge: ' takes a column and min or max, found '" + item + "'");
            }
            merges.put(parts[0], parts[1]);
        }
        return merges;
    }
}
