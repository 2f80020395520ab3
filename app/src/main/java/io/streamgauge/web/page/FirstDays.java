package io.streamgauge.web.page;

import io.streamgauge.analytics.Period;
import io.streamgauge.analytics.Releases;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Hours watched of some games on each day since their release, as lines from a common start. Positions and paths are as in
 * {@link Chart}.
 */
public record FirstDays(
        String summary, List<Chart.Tick> valueTicks, List<Chart.Tick> weekTicks, List<LinesChart.Line> lines) {

    /** As many as there are colours of lines. */
    private static final int MOST = 5;

    private static final int DAYS = 7 * Releases.WEEKS;

    /** Days are laid out from the beginning of time. */
    private static final Instant RELEASE = Instant.EPOCH;

    public static FirstDays of(Releases releases) {
        List<Releases.Row> games = releases.rows().stream().limit(MOST).toList();
        double largest = games.stream()
                .flatMap(game -> game.days().stream())
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
        Plot plot = new Plot(new Period(RELEASE, day(DAYS)), largest);
        List<LinesChart.Line> lines = new ArrayList<>();
        for (Releases.Row game : games) {
            lines.add(new LinesChart.Line(
                    game.name(), "line-" + (lines.size() + 1), plot.line(steps(game)), Optional.empty()));
        }
        List<Chart.Tick> weeks = new ArrayList<>();
        for (int week = 0; week < Releases.WEEKS; week++) {
            weeks.add(new Chart.Tick(
                    plot.position(day(7 * week + 3).plus(12, ChronoUnit.HOURS)), "week " + (week + 1), week % 2 == 1));
        }
        return new FirstDays(summary(games), plot.valueTicks(), weeks, lines);
    }

    private static List<Step> steps(Releases.Row game) {
        List<Step> steps = new ArrayList<>();
        for (int day = 0; day < game.days().size(); day++) {
            if (game.days().get(day) != null) {
                steps.add(new Step(day(day), null, day(day + 1), game.days().get(day)));
            }
        }
        return steps;
    }

    private static Instant day(int day) {
        return RELEASE.plus(day, ChronoUnit.DAYS);
    }

    private static String summary(List<Releases.Row> games) {
        return games.stream()
                .map(game ->
                        game.name() + " " + Numbers.exact(game.weeks().get(0).hoursWatched()))
                .collect(Collectors.joining(
                        ", ", "Hours watched on each day since the release. In the first week: ", "."));
    }
}
