package io.streamgauge.web;

import io.streamgauge.analytics.Analytics;
import io.streamgauge.analytics.Period;
import io.streamgauge.analytics.PeriodName;
import io.streamgauge.web.page.Address;
import io.streamgauge.web.page.PeriodControl;
import io.streamgauge.web.page.PeriodLabels;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Makes the links from one period to others. */
final class PeriodControls {

    private final Analytics analytics;
    private final Instant now;
    private final AskedPeriod asked;
    private final Address address;

    /** @param address the page without its period */
    PeriodControls(Analytics analytics, Instant now, AskedPeriod asked, Address address) {
        this.analytics = analytics;
        this.now = now;
        this.asked = asked;
        this.address = address;
    }

    PeriodControl control() {
        return new PeriodControl(
                PeriodLabels.label(asked.period(), asked.name()),
                PeriodLabels.range(asked.period()),
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
                later());
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
