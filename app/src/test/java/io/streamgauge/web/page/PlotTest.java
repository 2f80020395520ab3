package io.streamgauge.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.analytics.Period;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PlotTest {

    private static final Instant TEN = Instant.parse("2026-11-22T10:00:00Z");
    private static final Period HOUR = new Period(TEN, TEN.plusSeconds(3600));

    private final Plot plot = new Plot(HOUR, 100);

    @Test
    void touchingStepsAreJoinedAndGapsAreNot() {
        List<Step> steps = List.of(step(0, 15, 50), step(15, 30, 100), step(45, 60, 25));

        assertThat(plot.line(steps)).isEqualTo("M0 50H250V0H500M750 75H1000");
        assertThat(plot.area(steps)).isEqualTo("M0 100V50H250V0H500V100ZM750 100V75H1000V100Z");
    }

    @Test
    void stepsAreCutToThePeriod() {
        assertThat(plot.line(List.of(step(-30, 15, 50), step(45, 90, 25)))).isEqualTo("M0 50H250M750 75H1000");
        assertThat(plot.line(List.of(step(-30, 0, 50), step(60, 75, 25)))).isEmpty();
    }

    @Test
    void bridgedTimeIsMarked() {
        Step bridged = new Step(TEN, TEN.plusSeconds(900), TEN.plusSeconds(1800), 50);

        assertThat(plot.bridged(List.of(bridged, step(30, 45, 5)))).containsExactly(new Chart.Stretch("25%", "25%"));
    }

    @Test
    void valuesBeginAtZeroInRoundIntervals() {
        assertThat(new Plot(HOUR, 3_170_000).valueTicks())
                .extracting(tick -> tick.label().replace(Numbers.NARROW_SPACE, " "))
                .containsExactly("0", "1 M", "2 M", "3 M", "4 M");
        assertThat(new Plot(HOUR, 0).valueTicks()).extracting(Chart.Tick::label).containsExactly("0", "1");
        assertThat(new Plot(HOUR, 3).valueTicks()).extracting(Chart.Tick::label).containsExactly("0", "1", "2", "3");
    }

    @Test
    void timesAreSaidAsPeopleDo() {
        Period day = new Period(Instant.parse("2026-11-21T10:30:00Z"), Instant.parse("2026-11-22T10:30:00Z"));

        assertThat(TimeAxis.of(day, new Plot(day, 1), ZoneOffset.UTC))
                .extracting(Chart.Tick::label)
                .containsExactly("12:00", "15:00", "18:00", "21:00", "Sun 22", "03:00", "06:00", "09:00");
    }

    private static Step step(int fromMinute, int toMinute, double value) {
        return new Step(TEN.plusSeconds(fromMinute * 60L), null, TEN.plusSeconds(toMinute * 60L), value);
    }
}
