package io.streamgauge.web.page;

import io.streamgauge.analytics.DataHealth;
import io.streamgauge.analytics.DataHealth.Slot;
import io.streamgauge.analytics.DataHealth.State;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Draws what came of each slot, a row for each day, in a box of 86,400 seconds by {@value #HEIGHT}. */
public final class SlotCalendar {

    static final int HEIGHT = 24;

    /** What is little or nothing is drawn low, so that it is told apart without colour. */
    private static final int LOW = 5;

    private static final double FILLED = 0.86;

    /** @param spoken the same in a sentence */
    public record Day(String label, String spoken, List<Cells> cells, String complete) {}

    /** All slots of one state in a path. */
    public record Cells(String state, String path) {}

    /** Neighbouring slots of which the same came, and why. */
    public record Trouble(String from, String to, String state, String kind, String reason) {}

    /** What the look of a cell means. */
    public record Key(String kind, String text, String top) {}

    public static final List<Key> LEGEND = Arrays.stream(State.values())
            .map(state -> new Key(kind(state), words(state), isLow(state) ? "75%" : "0"))
            .toList();

    private SlotCalendar() {}

    public static List<Day> days(DataHealth health) {
        return health.days().stream()
                .filter(day -> !day.slots().isEmpty())
                .map(SlotCalendar::day)
                .toList();
    }

    static Day day(DataHealth.Day day) {
        Map<State, StringBuilder> paths = new EnumMap<>(State.class);
        for (Slot slot : day.slots()) {
            paths.computeIfAbsent(slot.state(), state -> new StringBuilder()).append(cell(slot, day.date()));
        }
        String complete = day.count(State.COMPLETE) + " of " + day.due();
        String others = Arrays.stream(State.values())
                .filter(state -> state != State.COMPLETE && day.count(state) > 0)
                .map(state -> ", " + day.count(state) + " " + words(state))
                .collect(Collectors.joining());
        return new Day(
                Times.weekday(start(day.date())),
                complete + " slots complete" + others,
                paths.entrySet().stream()
                        .map(entry ->
                                new Cells(kind(entry.getKey()), entry.getValue().toString()))
                        .toList(),
                complete);
    }

    private static String cell(Slot slot, LocalDate date) {
        long second = slot.at().getEpochSecond() - start(date).getEpochSecond();
        long width = Math.round(slot.seconds() * FILLED);
        int top = isLow(slot.state()) ? HEIGHT - LOW : 0;
        return "M" + second + " " + top + "h" + width + "V" + HEIGHT + "h-" + width + "z";
    }

    private static boolean isLow(State state) {
        return state == State.MISSING || state == State.PLANNED;
    }

    private static Instant start(LocalDate date) {
        return date.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    public static List<Trouble> troubles(DataHealth health) {
        return health.troubles().stream().map(SlotCalendar::trouble).toList();
    }

    private static Trouble trouble(DataHealth.Trouble trouble) {
        return new Trouble(
                Times.moment(trouble.from()),
                Times.clock(trouble.to()),
                words(trouble.state()),
                kind(trouble.state()),
                trouble.reason() == null ? "nobody tried" : trouble.reason());
    }

    private static String kind(State state) {
        return words(state).replace(' ', '-');
    }

    private static String words(State state) {
        return switch (state) {
            case COMPLETE -> "complete";
            case SET_APART -> "set apart";
            case PARTIAL -> "partial";
            case FAILED -> "failed";
            case MISSING -> "missing";
            case PLANNED -> "planned";
        };
    }
}
