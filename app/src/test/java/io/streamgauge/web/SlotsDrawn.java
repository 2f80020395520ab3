package io.streamgauge.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import tools.jackson.databind.JsonNode;

/** The picture of a day's slots, and what it says of itself. */
final class SlotsDrawn {

    private static final Pattern COUNTED = Pattern.compile("(\\d+) ([a-z ]+?)(?=,|$)");
    private static final Pattern CELL = Pattern.compile("M(\\d+) \\d+h(\\d+)V");

    private SlotsDrawn() {}

    /** @param day as the API tells it */
    static List<String> complaints(Element picture, JsonNode day) {
        List<String> complaints = new ArrayList<>();
        List<String> drawn = picture.select("path.slot").stream()
                .flatMap(path -> CELL.matcher(path.attr("d"))
                        .results()
                        .map(cell -> state(path.className().replace("slot ", "")) + " at " + cell.group(1)))
                .sorted()
                .toList();
        long midnight =
                Instant.parse(day.path("date").asString() + "T00:00:00Z").getEpochSecond();
        List<String> expected = day.path("slots")
                .valueStream()
                .map(slot -> slot.path("state").asString() + " at "
                        + (Instant.parse(slot.path("at").asString()).getEpochSecond() - midnight))
                .sorted()
                .toList();
        if (!drawn.equals(expected)) {
            complaints.add("draws " + drawn + " where the API says " + expected);
        }
        JsonNode counts = day.path("counts");
        String label = picture.attr("aria-label");
        String complete =
                counts.path("complete").asInt() + " of " + day.path("due").asInt() + " slots complete";
        if (!label.startsWith(complete)) {
            complaints.add("is called '" + label + "', expected it to begin with " + complete);
        }
        int others = 0;
        for (MatchResult counted :
                COUNTED.matcher(label.replace(complete, "")).results().toList()) {
            int count = Integer.parseInt(counted.group(1));
            others += count;
            if (counts.path(state(counted.group(2))).asInt() != count) {
                complaints.add("says " + counted.group() + " where the API says " + counts);
            }
        }
        if (others + counts.path("complete").asInt() != day.path("slots").size()) {
            complaints.add("does not speak of every slot: " + label);
        }
        return complaints;
    }

    private static String state(String words) {
        return words.replace('-', '_').replace(' ', '_');
    }
}
