package io.streamgauge.web.page;

import io.streamgauge.analytics.Rising;
import java.util.List;
import java.util.function.Function;

/**
 * Who gained most.
 *
 * @param rows none where there is nothing to compare with
 */
public record RisingList(String id, String title, String subtitle, List<Row> rows, String absence, String dataHref) {

    /**
     * @param gain in hours watched
     * @param before hours watched then, or the most that they can have been
     */
    public record Row(String name, String href, String gain, String hours, String before) {}

    public static RisingList of(
            String id,
            String title,
            Rising rising,
            Comparison comparison,
            Function<String, String> href,
            String dataHref) {
        boolean isFair = comparison.isFair(rising.meta(), rising.comparison());
        String absence = isFair
                ? "Nobody gained against " + comparison.name() + "."
                : "Too little was measured in " + comparison.name() + " to tell.";
        return new RisingList(
                id,
                title,
                "hours watched against " + comparison.name(),
                isFair
                        ? rising.rows().stream()
                                .map(row -> row(row, href.apply(row.id())))
                                .toList()
                        : List.of(),
                absence,
                dataHref);
    }

    private static Row row(Rising.Row row, String href) {
        boolean isKnown = row.hoursBefore() != null;
        return new Row(
                row.name(),
                href,
                (isKnown ? "+" : "at least +") + Numbers.rounded(row.gain()),
                Numbers.rounded(row.hoursWatched()),
                isKnown
                        ? Numbers.rounded(row.hoursBefore())
                        : "at most " + Numbers.rounded(row.hoursWatched() - row.gain()));
    }
}
