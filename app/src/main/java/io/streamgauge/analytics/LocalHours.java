package io.streamgauge.analytics;

import io.streamgauge.engine.Span;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A span in the hours of a zone, cut where its clocks change. Hours of the week are numbered from Monday's first, 0 to 167. */
final class LocalHours {

    static final int IN_WEEK = 168;

    private static final long HOUR = 3600;

    /** 1970 began on a Thursday. */
    private static final int FIRST_HOUR = 72;

    /** The number of an hour of the week, for a query that has counted whole local hours since 1970 as {@code hour}. */
    static final String NUMBER = "(hour + " + FIRST_HOUR + ") % " + IN_WEEK;

    /** A part of the span with one offset; all in seconds. */
    private record Part(long begins, long ends, long ahead) {}

    private final List<Part> parts;

    LocalHours(Span span, ZoneId zone) {
        List<Part> found = new ArrayList<>();
        Instant at = span.from();
        while (at.isBefore(span.to())) {
            ZoneOffsetTransition change = zone.getRules().nextTransition(at);
            Instant until = change == null || change.getInstant().isAfter(span.to()) ? span.to() : change.getInstant();
            found.add(new Part(
                    at.getEpochSecond(),
                    until.getEpochSecond(),
                    zone.getRules().getOffset(at).getTotalSeconds()));
            at = until;
        }
        this.parts = List.copyOf(found);
    }

    /** Whether its hours begin when those of UTC do. */
    boolean areWhole() {
        return parts.stream().allMatch(part -> part.ahead() % HOUR == 0);
    }

    /** The parts as rows of a query: when each begins and ends, and how far ahead of UTC its clocks are, in seconds. */
    String rows() {
        return parts.stream()
                .map(part -> "(" + part.begins() + ", " + part.ends() + ", " + part.ahead() + ")")
                .collect(Collectors.joining(", ", "values ", ""));
    }

    /** How many seconds of the span lie in each hour of the week. */
    long[] seconds() {
        long[] seconds = new long[IN_WEEK];
        for (Part part : parts) {
            long at = part.begins() + part.ahead();
            long end = part.ends() + part.ahead();
            while (at < end) {
                long hour = at / HOUR;
                long until = Math.min(end, (hour + 1) * HOUR);
                seconds[(int) ((hour + FIRST_HOUR) % IN_WEEK)] += until - at;
                at = until;
            }
        }
        return seconds;
    }
}
