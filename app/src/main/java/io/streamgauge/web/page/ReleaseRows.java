package io.streamgauge.web.page;

import io.streamgauge.analytics.Releases;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Games and their first weeks as rows. */
public final class ReleaseRows {

    private ReleaseRows() {}

    /** @param href the page of a category, by its id */
    public static List<ReleasesPage.Row> of(Releases releases, Function<String, String> href) {
        double largest = releases.rows().stream()
                .mapToDouble(Releases.Row::hoursWatched)
                .max()
                .orElse(0);
        return releases.rows().stream().map(game -> row(game, largest, href)).toList();
    }

    private static ReleasesPage.Row row(Releases.Row game, double largest, Function<String, String> href) {
        List<ReleasesPage.Week> weeks = new ArrayList<>();
        for (int week = 0; week < Releases.WEEKS; week++) {
            weeks.add(
                    week < game.weeks().size()
                            ? week(game.weeks().get(week))
                            : new ReleasesPage.Week("", "has not begun", false));
        }
        return new ReleasesPage.Row(
                Numbers.exact(game.rank()),
                game.name(),
                href.apply(game.categoryId()),
                Times.date(game.firstReleaseAt()),
                Numbers.fine(game.hoursWatched()),
                Plot.percent(largest == 0 ? 0 : 100 * game.hoursWatched() / largest),
                weeks);
    }

    private static ReleasesPage.Week week(Releases.Week week) {
        String known = Times.date(week.from()) + " to " + Times.date(week.to().minusSeconds(1))
                + (week.isOver() ? "" : ", so far")
                + (week.averageViewers() == null
                        ? ", not measured"
                        : ", " + Numbers.rounded(week.averageViewers()) + " viewers on average, peak "
                                + Numbers.rounded(week.peakViewers()) + ", measured for "
                                + Numbers.percent(week.coverage()) + " of the time");
        return new ReleasesPage.Week(
                week.averageViewers() == null ? "–" : Numbers.fine(week.hoursWatched()), known, !week.isOver());
    }
}
