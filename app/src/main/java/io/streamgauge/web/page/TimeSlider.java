package io.streamgauge.web.page;

import io.streamgauge.analytics.Around;
import io.streamgauge.analytics.DataHealth;
import io.streamgauge.analytics.Status;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The way from one moment to others.
 *
 * @param date the day in UTC, as the form sends it
 * @param day the same in words
 * @param second of the day that is shown
 * @param step seconds between slots
 * @param largest the last slot's second
 * @param clock the time that is shown
 * @param slots what came of each slot of the day
 */
public record TimeSlider(
        String date,
        String day,
        long second,
        long step,
        long largest,
        String clock,
        Optional<SlotCalendar.Day> slots,
        List<Jump> jumps,
        Optional<Nearest> previous,
        Optional<Nearest> next) {

    /** @param href empty where there is nothing */
    public record Jump(String text, String label, Optional<String> href, String rel) {}

    /** A complete snapshot before or after. */
    public record Nearest(String when, String href) {}

    private static final long SECONDS_OF_A_DAY = 86_400;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    /** @param href of a moment's page */
    public static TimeSlider of(Instant at, Around around, Status status, Function<Instant, String> href) {
        long second = Math.floorMod(at.getEpochSecond(), SECONDS_OF_A_DAY);
        long step = around.slots().stream()
                .mapToLong(DataHealth.Slot::seconds)
                .min()
                .orElse(Math.max(1, status.cadenceSeconds()));
        Function<Duration, Optional<String>> jump = by -> Optional.of(at.plus(by))
                .filter(time -> by.isNegative() ? around.previous().isPresent() : time.isBefore(status.now()))
                .map(href);
        return new TimeSlider(
                at.atZone(ZoneOffset.UTC).toLocalDate().toString(),
                Times.weekdayDate(at),
                second - second % step,
                step,
                SECONDS_OF_A_DAY - step,
                Times.clock(at),
                around.slots().isEmpty()
                        ? Optional.empty()
                        : Optional.of(SlotCalendar.day(new DataHealth.Day(around.date(), around.slots()))),
                List.of(
                        new Jump("← Day", "A day before", jump.apply(DAY.negated()), ""),
                        new Jump("← Hour", "An hour before", jump.apply(HOUR.negated()), ""),
                        new Jump(
                                "← Snapshot",
                                "The snapshot before",
                                around.previous().map(href),
                                "prev"),
                        new Jump(
                                "Snapshot →", "The next snapshot", around.next().map(href), "next"),
                        new Jump("Hour →", "An hour later", jump.apply(HOUR), ""),
                        new Jump("Day →", "A day later", jump.apply(DAY), "")),
                around.previous().map(time -> new Nearest(Times.full(time), href.apply(time))),
                around.next().map(time -> new Nearest(Times.full(time), href.apply(time))));
    }
}
