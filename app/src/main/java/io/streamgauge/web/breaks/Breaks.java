package io.streamgauge.web.breaks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads lists of breaks: JSON, an array of objects whose fields are all text. */
public final class Breaks {

    private static final String SHIPPED = "breaks.json";
    private static final Set<String> FIELDS = new TreeSet<>(Set.of("at", "title", "change", "effect", "source"));
    private static final int MOST = 200;
    private static final int LONGEST_TITLE = 80;
    private static final int LONGEST = 2_000;

    private Breaks() {}

    /** Those that are known of the platform, the earliest first. */
    public static List<Break> shipped() {
        try (InputStream content = Breaks.class.getClassLoader().getResourceAsStream(SHIPPED)) {
            return read(new String(content.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Cannot read the program's own file '" + SHIPPED + "'", unreadable);
        }
    }

    /**
     * The shipped ones and those of an operator's file, the earliest first.
     *
     * @throws UnusableBreaksException where the file, or an entry of it, cannot be used
     */
    public static List<Break> shippedAnd(Path file) {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException unreadable) {
            throw new UnusableBreaksException("it cannot be read, expected a file of JSON");
        }
        List<Break> all = new ArrayList<>(shipped());
        all.addAll(read(text));
        Set<String> ids = new HashSet<>();
        all.forEach(each -> {
            if (!ids.add(each.id())) {
                throw new UnusableBreaksException(
                        "a break on " + each.at().atZone(ZoneOffset.UTC).toLocalDate() + " is titled '" + each.title()
                                + "' as another one of that day is, expected another title");
            }
        });
        return sorted(all);
    }

    static List<Break> read(String text) {
        JsonNode all;
        try {
            all = JsonMapper.shared().readTree(text);
        } catch (JacksonException malformed) {
            throw new UnusableBreaksException("it is no JSON: " + malformed.getOriginalMessage());
        }
        if (!all.isArray() || all.size() > MOST) {
            throw new UnusableBreaksException("it holds "
                    + (all.isArray() ? all.size() + " entries" : "no array") + ", expected an array of at most " + MOST
                    + " objects");
        }
        List<Break> breaks = new ArrayList<>();
        for (JsonNode entry : all) {
            breaks.add(new Entry(breaks.size() + 1, entry).read());
        }
        return sorted(breaks);
    }

    private static List<Break> sorted(List<Break> breaks) {
        return breaks.stream()
                .sorted(Comparator.comparing(Break::at).thenComparing(Break::title))
                .toList();
    }

    /** One entry of a file. */
    private record Entry(int number, JsonNode fields) {

        Break read() {
            if (!fields.isObject()) {
                throw refused("is no object");
            }
            fields.propertyNames().stream()
                    .filter(name -> !FIELDS.contains(name))
                    .findFirst()
                    .ifPresent(name -> {
                        throw refused("has an unknown field '" + name + "'");
                    });
            return new Break(
                    at(), text("title", LONGEST_TITLE), text("change", LONGEST), text("effect", LONGEST), source());
        }

        private String text(String name, int longest) {
            JsonNode value = fields.path(name);
            if (!value.isString() || value.asString().isBlank()) {
                throw refused("lacks '" + name + "', expected the text fields " + String.join(", ", FIELDS));
            }
            String text = value.asString().strip();
            if (text.length() > longest) {
                throw refused("has " + text.length() + " characters in '" + name + "', expected at most " + longest);
            }
            return text;
        }

        private Instant at() {
            String text = text("at", LONGEST);
            try {
                Instant at = text.length() == "2025-08-21".length()
                        ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                        : Instant.parse(text);
                return Instant.ofEpochSecond(at.getEpochSecond());
            } catch (DateTimeException unreadable) {
                throw refused("has '" + text
                        + "' in 'at', expected a date like 2025-08-21 or an instant like 2025-08-21T17:00:00Z");
            }
        }

        private String source() {
            String text = text("source", LONGEST);
            try {
                URI address = URI.create(text);
                if (address.getHost() != null && (text.startsWith("https://") || text.startsWith("http://"))) {
                    return text;
                }
            } catch (IllegalArgumentException unreadable) {
                throw noAddress(text);
            }
            throw noAddress(text);
        }

        private UnusableBreaksException noAddress(String text) {
            return refused("has '" + text + "' in 'source', expected an address that begins with https:// or http://");
        }

        private UnusableBreaksException refused(String what) {
            return new UnusableBreaksException("entry " + number + " " + what);
        }
    }
}
