package io.streamgauge.analytics;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What each column holds, as the dictionary that is packed into the program says it. */
final class Dictionary {

    private static final String PAGE = "docs/dictionary.md";
    private static final Pattern HEADING = Pattern.compile("### `([^`]+)`");
    private static final Pattern COLUMN = Pattern.compile("\\| `([^`]+)` \\| [^|]+ \\| (.+) \\|");

    private final Map<String, Map<String, String>> meanings = new HashMap<>();

    Dictionary() {
        String relation = "";
        for (String line : page().lines().toList()) {
            Matcher heading = HEADING.matcher(line);
            Matcher column = COLUMN.matcher(line);
            if (heading.matches()) {
                relation = heading.group(1);
            } else if (column.matches()) {
                meanings.computeIfAbsent(relation, name -> new HashMap<>())
                        .put(column.group(1), column.group(2).replace("`", "").replace("\\|", "|"));
            }
        }
    }

    /** Empty where nothing is said. */
    String meaning(String relation, String column) {
        return meanings.getOrDefault(relation, Map.of()).getOrDefault(column, "");
    }

    private static String page() {
        try (InputStream content = Dictionary.class.getClassLoader().getResourceAsStream(PAGE)) {
            if (content == null) {
                throw new IllegalStateException("The program's own file '" + PAGE + "' is missing from its jar");
            }
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Cannot read the program's own file '" + PAGE + "'", unreadable);
        }
    }
}
