package io.streamgauge.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An expectation: a select that gives a row for each snapshot that breaks it.
 *
 * @param name its file's name
 * @param sentence what is expected
 * @param on the relations that its text reads
 * @param sql a select with {@code snapshot_at}, {@code broken} (how many rows, languages or fields break it) and
 *     {@code detail} (what was found, for people)
 */
public record Check(String name, Severity severity, String sentence, List<String> on, String sql) {

    /** What follows where an expectation is broken. */
    public enum Severity {
        /** It is told. */
        WARN,
        /** The rows that break it are in no figure. */
        QUARANTINE,
        /** The whole snapshot is in no figure. */
        FAIL;

        /** As headers and tables have it. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final List<String> KEYS = List.of("severity", "on");

    /**
     * Reads a check's text.
     *
     * @throws IllegalArgumentException naming the check and what its header lacks
     */
    public static Check parse(String name, String text) {
        Map<String, String> header = new LinkedHashMap<>();
        List<String> sentence = new ArrayList<>();
        List<String> lines = text.lines().toList();
        int at = 0;
        for (; at < lines.size() && lines.get(at).startsWith("--"); at++) {
            String line = lines.get(at).substring(2).strip();
            int colon = line.indexOf(": ");
            if (colon > 0 && KEYS.contains(line.substring(0, colon))) {
                header.put(line.substring(0, colon), line.substring(colon + 2).strip());
            } else if (!line.isEmpty()) {
                sentence.add(line);
            }
        }
        String sql = String.join("\n", lines.subList(at, lines.size())).strip();
        Severity severity = Arrays.stream(Severity.values())
                .filter(one -> one.text().equals(header.get("severity")))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Check " + name
                        + ": its header must say 'severity: ' warn, quarantine or fail, found '"
                        + header.getOrDefault("severity", "") + "'"));
        if (sentence.isEmpty() || !header.containsKey("on") || sql.isEmpty()) {
            throw new IllegalArgumentException(
                    "Check " + name + ": a header with a sentence and 'on: ' and a select expected");
        }
        List<String> on = List.of(header.get("on").split("\\s*,\\s*"));
        return new Check(name, severity, String.join(" ", sentence), on, sql);
    }
}
