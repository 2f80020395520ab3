package io.streamgauge.web;

import io.streamgauge.analytics.Analytics;
import io.streamgauge.analytics.DataHealth;
import io.streamgauge.analytics.DataHealth.State;
import io.streamgauge.analytics.Meta;
import io.streamgauge.analytics.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * What came of the slots of the last days, and the last runs, as the API tells it. States are {@code complete},
 * {@code set_apart}, {@code partial}, {@code failed}, {@code missing} where nobody tried, and {@code planned}.
 *
 * @param meta of the last day, null before the first snapshot
 * @param days the last days in UTC that have slots, at most {@value DataHealth#DAYS}, the newest first
 * @param troubles slots of those days without a complete snapshot, neighbours of one kind together, the newest first
 * @param runs the last runs that worked on the tables, at most {@value DataHealth#RUNS}, the newest first
 */
record SlotsAnswer(Meta meta, List<Day> days, List<Trouble> troubles, List<Status.Work> runs) {

    /**
     * @param due how many slots' time has come: all but those that are planned
     * @param slots oldest first
     */
    record Day(LocalDate date, int due, Counts counts, List<Slot> slots) {

        private static Day of(DataHealth.Day day) {
            return new Day(
                    day.date(),
                    day.due(),
                    Counts.of(day),
                    day.slots().stream()
                            .map(slot -> new Slot(
                                    slot.at(),
                                    slot.at().plusSeconds(slot.seconds()),
                                    text(slot.state()),
                                    slot.reason()))
                            .toList());
        }
    }

    /** How many slots are in each state. */
    record Counts(int complete, int setApart, int partial, int failed, int missing, int planned) {

        private static Counts of(DataHealth.Day day) {
            return new Counts(
                    day.count(State.COMPLETE),
                    day.count(State.SET_APART),
                    day.count(State.PARTIAL),
                    day.count(State.FAILED),
                    day.count(State.MISSING),
                    day.count(State.PLANNED));
        }
    }

    /** @param reason why there is no complete snapshot, as far as that is known, else null */
    record Slot(Instant at, Instant until, String state, String reason) {}

    /** @param reason likewise */
    record Trouble(Instant from, Instant to, String state, String reason) {}

    static SlotsAnswer of(Analytics analytics) {
        DataHealth health = analytics.health();
        return new SlotsAnswer(
                StatusAnswer.lastDay(analytics.status(), analytics),
                health.days().stream()
                        .filter(day -> !day.slots().isEmpty())
                        .map(Day::of)
                        .toList(),
                health.troubles().stream()
                        .map(trouble ->
                                new Trouble(trouble.from(), trouble.to(), text(trouble.state()), trouble.reason()))
                        .toList(),
                health.runs());
    }

    private static String text(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
