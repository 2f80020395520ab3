package io.streamgauge.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** A text in which times, names and figures of the API stand among words. */
final class Said {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
    private static final Pattern ANY_CLOCK = Pattern.compile("\\b\\d\\d:\\d\\d\\b");
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

    private final String text;
    private final List<String> complaints = new ArrayList<>();
    private String left;

    private Said(String text) {
        this.text = text;
        left = words(text);
    }

    /** What is wrong with it: a day that it does not tell, a clock, a name or a figure that none of the fields is. */
    static List<String> complaints(String text, List<JsonNode> fields) {
        Said said = new Said(text);
        said.names(matching(fields, null));
        List<Instant> times =
                matching(fields, INSTANT).stream().map(Instant::parse).toList();
        times.forEach(time -> said.day(time.atOffset(ZoneOffset.UTC).toLocalDate()));
        matching(fields, DATE).forEach(date -> said.day(LocalDate.parse(date)));
        said.clocks(times);
        said.figures(fields.stream()
                .filter(field -> field.isNumber() || field.isArray())
                .mapToDouble(field -> field.isArray() ? field.size() : field.doubleValue())
                .toArray());
        return said.complaints;
    }

    /** The strings of one kind, or those of none where it is null. */
    private static List<String> matching(List<JsonNode> fields, Pattern kind) {
        return fields.stream()
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .filter(string -> kind == null
                        ? !INSTANT.matcher(string).matches()
                                && !DATE.matcher(string).matches()
                        : kind.matcher(string).matches())
                .toList();
    }

    private static String words(String text) {
        return text.replace('_', ' ').strip().replaceAll("\\s+", " ");
    }

    private void names(List<String> names) {
        if (!names.isEmpty() && names.stream().map(Said::words).noneMatch(left::contains)) {
            complaints.add("says none of " + names);
        }
        for (String name : names) {
            left = left.replace(words(name), "");
        }
    }

    private void day(LocalDate date) {
        String day = DAY.format(date);
        if (!text.contains(day) && !ANY_CLOCK.matcher(text).matches()) {
            complaints.add("does not tell the day of " + date);
        }
        left = left.replaceAll("(?<!\\d)" + day + "( " + date.getYear() + ")?", "");
    }

    private void clocks(List<Instant> times) {
        List<String> clocks = times.stream()
                .map(time -> CLOCK.format(time.atOffset(ZoneOffset.UTC)))
                .toList();
        ANY_CLOCK
                .matcher(left)
                .results()
                .map(MatchResult::group)
                .filter(clock -> !clocks.contains(clock))
                .forEach(clock -> complaints.add("tells " + clock + ", expected one of " + clocks));
    }

    private void figures(double... exact) {
        for (Shown shown : Shown.in(left)) {
            boolean isOne = false;
            for (double figure : exact) {
                isOne |= shown.is(figure);
            }
            if (!isOne) {
                complaints.add("says " + shown.text().strip() + ", which none of its fields is");
            }
        }
    }
}
