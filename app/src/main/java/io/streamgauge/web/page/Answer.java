package io.streamgauge.web.page;

import io.streamgauge.analytics.Totals;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The figures that answer what a period was like, with their changes. */
public final class Answer {

    private Answer() {}

    public static List<Figure> of(Totals now, Totals earlier, Comparison comparison, ZonedTimes times) {
        Totals.Summary summary = now.summary();
        Totals.Summary before = earlier.summary();
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure(
                "Hours watched",
                Numbers.rounded(summary.hoursWatched()),
                Numbers.exact(summary.hoursWatched()) + " viewer-hours",
                Optional.of(change(now, summary.hoursWatched(), earlier, before.hoursWatched(), comparison)),
                summary.viewerYears() < 0.05 ? "" : Numbers.rounded(summary.viewerYears()) + " viewer-years"));
        figures.add(figure(
                "Average viewers",
                summary.averageViewers(),
                change(now, summary.averageViewers(), earlier, before.averageViewers(), comparison),
                ""));
        figures.add(figure(
                "Peak viewers",
                number(summary.peakViewers()),
                change(now, number(summary.peakViewers()), earlier, number(before.peakViewers()), comparison),
                summary.peakAt() == null ? "" : times.moment(summary.peakAt()) + " " + times.name()));
        figures.add(figure(
                "Average channels",
                summary.averageChannels(),
                change(now, summary.averageChannels(), earlier, before.averageChannels(), comparison),
                Numbers.rounded(summary.uniqueChannels()) + " different ones"));
        return figures;
    }

    public static String coverage(Totals now, Comparison comparison) {
        return Coverage.sentence(now.meta(), comparison) + comparison.sentence();
    }

    private static Figure figure(String label, Double value, Change change, String note) {
        if (value == null) {
            return new Figure(label, "–", "not measured", Optional.empty(), "");
        }
        return new Figure(label, Numbers.rounded(value), Numbers.exact(value), Optional.of(change), note);
    }

    private static Change change(Totals now, Double value, Totals earlier, Double before, Comparison comparison) {
        return comparison.change(value, before, now.meta(), earlier.meta());
    }

    private static Double number(Long value) {
        return value == null ? null : value.doubleValue();
    }
}
