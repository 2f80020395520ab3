package io.streamgauge.web;

import io.streamgauge.analytics.Analytics;
import io.streamgauge.analytics.ComparedWith;
import io.streamgauge.analytics.Period;
import io.streamgauge.analytics.PeriodName;
import io.streamgauge.web.page.Address;
import io.streamgauge.web.page.Comparison;
import io.streamgauge.web.page.PeriodControl;
import io.streamgauge.web.page.PeriodLabels;
import io.streamgauge.web.page.ZonedTimes;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the links from one period to others. */
final class PeriodControls {

    private static final Map<String, String> COMPARISONS = comparisons();

    /** One or two of each offset that many people live by. */
    private static final List<String> ZONES = List.of(
            "UTC",
            "America/Los_Angeles",
            "America/Denver",
            "America/Chicago",
            "America/New_York",
            "America/Sao_Paulo",
            "Europe/London",
            "Europe/Berlin",
            "Europe/Madrid",
            "Europe/Warsaw",
            "Europe/Istanbul",
            "Europe/Moscow",
            "Asia/Kolkata",
            "Asia/Bangkok",
            "Asia/Shanghai",
            "Asia/Seoul",
            "Asia/Tokyo",
            "Australia/Sydney");

    private final Analytics analytics;
    private final Instant now;
    private final AskedPeriod asked;
    private final Address address;
    private final Comparison comparison;
    private final ZonedTimes times;

    /** @param address the page with its comparison and without its period */
    PeriodControls(Analytics analytics, Instant now, AskedPeriod asked, Comparison comparison, Address address) {
        this.comparison = comparison;
        this.times = new ZonedTimes(asked.zone());
        this.analytics = analytics;
        this.now = now;
        this.asked = asked;
        this.address = address;
    }

    private static Map<String, String> comparisons() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(ComparedWith.PREVIOUS.text(), "the time before");
        texts.put(ComparedWith.WEEKDAYS.text(), "same weekdays before");
        texts.put(ComparedWith.YEAR.text(), "a year before");
        texts.put(Comparing.NONE, "nothing");
        return texts;
    }

    PeriodControl control() {
        return new PeriodControl(
                PeriodLabels.label(asked.period(), asked.name(), times),
                PeriodLabels.range(asked.period(), times),
                times.name(),
                List.of(
                        rolling(PeriodName.LAST_HOUR, "Last hour", "h"),
                        rolling(PeriodName.LAST_DAY, "Last day", "d"),
                        rolling(PeriodName.LAST_WEEK, "Last week", "w")),
                List.of(
                        calendar(PeriodName.HOUR, "Hour"),
                        calendar(PeriodName.DAY, "Day"),
                        calendar(PeriodName.WEEK, "Week"),
                        calendar(PeriodName.MONTH, "Month")),
                Optional.of(earlier()),
                later(),
                chosen());
    }

    private PeriodControl.Chosen chosen() {
        Address whole = address.with(asked.parameters());
        return new PeriodControl.Chosen(
                address.path(),
                times.field(asked.period().from()),
                times.field(asked.period().to()),
                asked.name().isEmpty(),
                inZone(address).parameters(),
                comparisons(whole),
                COMPARISONS.getOrDefault(compared(), "from a chosen time"),
                times.field(comparison.before().from()),
                whole.without(Comparing.PARAMETER).parameters(),
                ZONES,
                whole.without("zone").parameters());
    }

    private List<PeriodControl.Tab> comparisons(Address whole) {
        return COMPARISONS.entrySet().stream()
                .map(known -> new PeriodControl.Tab(
                        known.getValue(),
                        whole.with(Comparing.PARAMETER, known.getKey()).toString(),
                        known.getKey().equals(compared()),
                        ""))
                .toList();
    }

    private String compared() {
        return address.parameters().getOrDefault(Comparing.PARAMETER, ComparedWith.PREVIOUS.text());
    }

    private PeriodControl.Tab rolling(PeriodName name, String text, String key) {
        return new PeriodControl.Tab(text, rollingHref(name), isCurrent(name), key);
    }

    private String rollingHref(PeriodName name) {
        return inZone(address.with("period", name.text())).toString();
    }

    private PeriodControl.Tab calendar(PeriodName name, String text) {
        Instant end = asked.period().to().isBefore(now) ? asked.period().to() : now;
        return new PeriodControl.Tab(text, calendarHref(name, end.minusSeconds(1)), isCurrent(name), "");
    }

    private String earlier() {
        Instant before = asked.period().from().minusSeconds(1);
        return isCalendar()
                ? calendarHref(asked.name().get(), before)
                : betweenHref(asked.period().before());
    }

    private Optional<String> later() {
        Period period = asked.period();
        if (!period.to().isBefore(now)) {
            return Optional.empty();
        }
        if (isCalendar()) {
            return Optional.of(calendarHref(asked.name().get(), period.to()));
        }
        return Optional.of(betweenHref(new Period(period.to(), period.to().plusSeconds(period.seconds()))));
    }

    private String calendarHref(PeriodName name, Instant within) {
        Instant from = analytics.period(name, Optional.of(within), asked.zone()).from();
        String at = name == PeriodName.HOUR
                ? from.toString()
                : from.atZone(asked.zone()).toLocalDate().toString();
        return inZone(address.with("period", name.text()).with("at", at)).toString();
    }

    private String betweenHref(Period period) {
        return inZone(address.with("from", period.from().toString())
                        .with("to", period.to().toString()))
                .toString();
    }

    private Address inZone(Address other) {
        return asked.zone().equals(ZoneOffset.UTC)
                ? other
                : other.with("zone", asked.zone().getId());
    }

    private boolean isCalendar() {
        return asked.name().filter(name -> !name.isRolling()).isPresent();
    }

    private boolean isCurrent(PeriodName name) {
        return asked.name().equals(Optional.of(name));
    }
}
