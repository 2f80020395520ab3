package io.streamgauge.analytics;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * How collecting and computing went of late.
 *
 * @param days the last days in UTC, the newest first; it may go on, so that some of its slots are still planned
 * @param runs the last runs that worked on the tables, the newest first
 */
public record DataHealth(List<Day> days, List<Status.Work> runs) {

    /** How many days are told. */
    public static final int DAYS = 14;

    /** How many runs are told, at most. */
    public static final int RUNS = 20;

    /** @param slots oldest first; none before the first that was ever tried */
    public record Day(LocalDate date, List<Slot> slots) {

        /** How many slots this came of. */
        public int count(State state) {
            return (int) slots.stream().filter(slot -> slot.state() == state).count();
        }

        /** How many slots' time has come. */
        public int due() {
            return slots.size() - count(State.PLANNED);
        }
    }

    /**
     * A time that a snapshot was planned for, and the best that came of it.
     *
     * @param seconds its length
     * @param reason why there is no complete snapshot, as far as that is known, else null
     */
    public record Slot(Instant at, long seconds, State state, String reason) {}

    /** Neighbouring slots of a day of which the same came, no complete snapshot, and why. */
    public record Trouble(Instant from, Instant to, State state, String reason) {}

    /** What came of a slot. */
    public enum State {
        COMPLETE,
        /** A complete snapshot that a check keeps out of the figures. */
        SET_APART,
        /** Only snapshots that did not reach the end of the listing. */
        PARTIAL,
        /** Only crawls that landed nothing. */
        FAILED,
        /** Nobody tried. */
        MISSING,
        /** Its time has not come yet, or is not over. */
        PLANNED
    }

    /** Slots of those days without a complete snapshot, neighbours of one kind together, the newest first. */
    public List<Trouble> troubles() {
        List<Trouble> troubles = new ArrayList<>();
        for (Day day : days) {
            List<Trouble> ofDay = new ArrayList<>();
            int i = 0;
            while (i < day.slots().size()) {
                Slot first = day.slots().get(i);
                Slot last = first;
                while (i + 1 < day.slots().size() && isLike(first, day.slots().get(i + 1))) {
                    last = day.slots().get(++i);
                }
                if (first.state() != State.COMPLETE && first.state() != State.PLANNED) {
                    ofDay.add(
                            0,
                            new Trouble(
                                    first.at(), last.at().plusSeconds(last.seconds()), first.state(), first.reason()));
                }
                i++;
            }
            troubles.addAll(ofDay);
        }
        return troubles;
    }

    private static boolean isLike(Slot one, Slot other) {
        return one.state() == other.state() && Objects.equals(one.reason(), other.reason());
    }
}
