package io.streamgauge.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The whole cut into the shares of its largest parts and the rest. */
public record ShareBar(String summary, List<Segment> segments) {

    static final int COLOURS = 8;

    /** Smaller parts have no room for words on a small screen. */
    private static final double LEAST_WITH_SHARE = 0.15;

    private static final double LEAST_WITH_NAME = 0.35;

    /** One part; {@code colour} is the class that paints it. */
    public record Segment(
            String start,
            String width,
            String colour,
            String name,
            String share,
            boolean showsShare,
            boolean showsName) {}

    /** What a segment is made from. */
    record Part(String name, double share) {}

    static ShareBar of(List<Part> largest, String colourPrefix, String otherName) {
        List<Segment> segments = new ArrayList<>();
        double start = 0;
        for (Part part : largest.subList(0, Math.min(COLOURS, largest.size()))) {
            segments.add(segment(start, part, colourPrefix + (segments.size() + 1)));
            start += part.share;
        }
        double rest = 1 - start;
        if (rest > 0.0005) {
            segments.add(segment(start, new Part(otherName, rest), "other"));
        }
        String spoken = segments.stream()
                .map(segment -> segment.name + " " + segment.share)
                .collect(Collectors.joining(", ", "Shares of hours watched: ", "."));
        return new ShareBar(spoken, segments);
    }

    private static Segment segment(double start, Part part, String colour) {
        return new Segment(
                Plot.percent(100 * start),
                Plot.percent(100 * part.share),
                colour,
                part.name,
                Numbers.percent(part.share),
                part.share >= LEAST_WITH_SHARE,
                part.share >= LEAST_WITH_NAME);
    }
}
