package io.streamgauge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows of a listing with all that JSON can hold, the same ones for the same seed. */
final class OddRows {

    private static final List<String> TEXTS = List.of(
            "text",
            "",
            " ",
            "null",
            "NULL",
            "0",
            "-1.5e3",
            "\u0000",
            "\u0001\u001f\u007f\u0085",
            "\t\r\n\b\f",
            "\\",
            "\"",
            "'",
            "''; --",
            "/",
            "},{",
            "[]",
            ",",
            "😀",
            "👩‍👩‍👧‍👦",
            "🇺🇸",
            "é",
            "e\u0301",
            "ß",
            "漢字",
            "\u202eright to left\u202c",
            "\u200f",
            "\u2028",
            "\u2029",
            "\ufeff",
            "\ufffd",
            "\uffff",
            "\ue000",
            "\udbff\udfff",
            "\\u0041",
            "\\N",
            "%s {0} $1",
            "?");

    private static final List<String> HALVES = List.of("\ud83d", "\ude00", "\ude00\ud83d");
    private static final List<String> NUMBERS = List.of(
            "0",
            "-0",
            "1e5",
            "1E+400",
            "-2.50e-07",
            "123456789012345678901234567890",
            "0.1000000000000000000000000000001");
    private static final List<String> TEXT_FIELDS = List.of(
            "user_login",
            "user_name",
            "game_id",
            "game_name",
            "type",
            "title",
            "started_at",
            "language",
            "thumbnail_url");

    private final Random random;

    OddRows(long seed) {
        this.random = new Random(seed);
    }

    /**
     * A row.
     *
     * @param extra its unknown fields as they should be kept, or null
     * @param fits whether all fields have their types
     * @param twice whether a known field comes more than once
     */
    record OddRow(String json, String extra, boolean fits, boolean twice) {}

    OddRow next(int number) {
        List<String> fields = new ArrayList<>();
        fields.add(field("id", "\"" + number + "\""));
        fields.add(field("user_id", "\"9" + number + "\""));
        boolean halves = chance(20);
        for (String name : TEXT_FIELDS) {
            if (!chance(6)) {
                fields.add(field(name, chance(8) ? "null" : text(halves)));
            }
        }
        fields.add(field("tags", chance(6) ? "null" : texts(halves)));
        fields.add(field("tag_ids", chance(2) ? "null" : texts(false)));
        fields.add(field("is_mature", chance(3) ? "null" : String.valueOf(chance(2))));
        boolean twice = chance(30);
        if (twice) {
            fields.add(field("type", text(false)));
            fields.add(field("type", text(false)));
        }
        boolean fits = !chance(15);
        fields.add(fits ? field("viewer_count", String.valueOf(Math.max(0, 1000 - number / 3))) : misfit());
        IntStream.range(0, random.nextInt(4)).forEach(i -> fields.add(field(unknownName(), value(random.nextInt(6)))));
        Collections.shuffle(fields, random);
        String json = "{" + space() + String.join(space() + "," + space(), fields) + space() + "}";
        String extra = fields.stream().filter(field -> field.startsWith("\"?")).collect(Collectors.joining(","));
        return new OddRow(json, extra.isEmpty() ? null : "{" + extra + "}", fits, twice);
    }

    private String misfit() {
        return field(
                "viewer_count",
                List.of(
                                "\"12\"",
                                "1e3",
                                "-5",
                                "12.0",
                                "[1]",
                                "{\"a\":\"\\ud83d\"}",
                                "null",
                                "99999999999999999999",
                                "true")
                        .get(random.nextInt(9)));
    }

    private String field(String name, String value) {
        return "\"" + name + "\"" + space() + ":" + space() + value;
    }

    private String unknownName() {
        String text = text(false);
        return "?" + text.substring(1, text.length() - 1);
    }

    private String value(int depth) {
        return switch (random.nextInt(depth == 0 ? 4 : 6)) {
            case 0 -> NUMBERS.get(random.nextInt(NUMBERS.size()));
            case 1 -> text(true);
            case 2 -> "null";
            case 3 -> "[".repeat(200) + "]".repeat(200);
            case 4 -> "[" + value(depth - 1) + space() + "," + value(depth - 1) + "]";
            default -> "{\"a\":" + value(depth - 1) + ",\"a\"" + space() + ":" + value(depth - 1) + "}";
        };
    }

    private String texts(boolean halves) {
        return IntStream.range(0, random.nextInt(4))
                .mapToObj(i -> text(halves))
                .collect(Collectors.joining(space() + ",", "[", space() + "]"));
    }

    private String text(boolean halves) {
        StringBuilder text = new StringBuilder("\"");
        for (int part = random.nextInt(5); part > 0; part--) {
            String next = TEXTS.get(random.nextInt(TEXTS.size()));
            boolean escapeAll = chance(4);
            String repeated = next.repeat(chance(1000) ? 20_000 : 1);
            repeated.chars().forEach(unit -> append(text, (char) unit, escapeAll));
            if (halves && chance(3)) {
                HALVES.get(random.nextInt(HALVES.size())).chars().forEach(unit -> append(text, (char) unit, true));
            }
        }
        return text.append('"').toString();
    }

    private static void append(StringBuilder text, char unit, boolean escape) {
        if (escape || unit < ' ') {
            text.append("\\u%04x".formatted((int) unit));
        } else if (unit == '"' || unit == '\\') {
            text.append('\\').append(unit);
        } else {
            text.append(unit);
        }
    }

    private String space() {
        return chance(5) ? " \t\n\r".substring(random.nextInt(4)) : "";
    }

    private boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }
}
