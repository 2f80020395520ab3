package io.streamgauge.web.page;

import io.streamgauge.analytics.Period;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Lays out steps over a period in a box of 1000 by 100, from zero up. */
final class Plot {

    private final Period period;
    private final double top;
    private final double interval;

    Plot(Period period, double largest) {
        this.period = period;
        this.interval = niceInterval(largest);
        this.top = Math.max(interval, Math.ceil(largest / interval) * interval);
    }

    /** Two to four intervals of 1, 2, 2.5 or 5 times a power of ten, never finer than one viewer. */
    private static double niceInterval(double largest) {
        double rough = Math.max(1, largest / 4);
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        for (double factor : power < 10 ? new double[] {1, 2, 5} : new double[] {1, 2, 2.5, 5}) {
            if (factor * power >= rough) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    double top() {
        return top;
    }

    List<Chart.Tick> valueTicks() {
        List<Chart.Tick> ticks = new ArrayList<>();
        for (int i = 0; i * interval <= top * 1.0001; i++) {
            ticks.add(new Chart.Tick(percent(100 - 100 * i * interval / top), Numbers.axis(i * interval), false));
        }
        return ticks;
    }

    String line(List<Step> steps) {
        StringBuilder path = new StringBuilder();
        Step before = null;
        for (Step step : clipped(steps)) {
            boolean joins = before != null && before.touches(step);
            path.append(joins ? "V" + y(step) : "M" + x(step.at()) + " " + y(step));
            path.append("H").append(x(step.until()));
            before = step;
        }
        return path.toString();
    }

    String area(List<Step> steps) {
        StringBuilder path = new StringBuilder();
        Step before = null;
        for (Step step : clipped(steps)) {
            boolean joins = before != null && before.touches(step);
            if (!joins) {
                path.append(before == null ? "" : "V100Z")
                        .append("M")
                        .append(x(step.at()))
                        .append(" 100");
            }
            path.append("V").append(y(step)).append("H").append(x(step.until()));
            before = step;
        }
        return before == null ? "" : path.append("V100Z").toString();
    }

    List<Chart.Stretch> bridged(List<Step> steps) {
        return clipped(steps).stream()
                .filter(Step::isBridged)
                .map(step -> stretch(step.bridgedFrom(), step.until()))
                .toList();
    }

    Chart.Stretch stretch(Instant from, Instant until) {
        double start = share(from);
        return new Chart.Stretch(percent(100 * start), percent(100 * (share(until) - start)));
    }

    Chart.Mark endOf(Step step) {
        return new Chart.Mark(
                position(step.until()), percent(100 - 100 * step.value() / top), Numbers.rounded(step.value()));
    }

    String position(Instant at) {
        return percent(100 * share(at));
    }

    /** The steps as far as they lie in the period; what is drawn before a joint lasts until the next begins. */
    List<Step> clipped(List<Step> steps) {
        return steps.stream()
                .filter(step -> step.at().isBefore(period.to()) && step.until().isAfter(period.from()))
                .map(step -> new Step(
                        later(step.at(), period.from()),
                        step.bridgedFrom() == null ? null : later(step.bridgedFrom(), period.from()),
                        step.until().isBefore(period.to()) ? step.until() : period.to(),
                        step.value()))
                .toList();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private double share(Instant at) {
        double share = (double) Duration.between(period.from(), at).toSeconds() / period.seconds();
        return Math.min(1, Math.max(0, share));
    }

    String x(Instant at) {
        return digits(1000 * share(at), 1);
    }

    private String y(Step step) {
        return digits(100 - 100 * step.value() / top, 2);
    }

    static String percent(double value) {
        return digits(value, 3) + "%";
    }

    static String digits(double value, int decimals) {
        return BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
