package io.streamgauge.web.page;

import io.streamgauge.analytics.Records;
import java.util.List;
import java.util.function.Function;

/**
 * The highest figures of all history held.
 *
 * @param subtitle since when, and how well that is known
 */
public record RecordList(String subtitle, String zone, List<Row> rows, String dataHref) {

    /** @param name of the channel or category, empty for the platform */
    public record Row(String what, String name, String href, String value, String at, String coverage) {}

    /** @param href the page that shows a record */
    public static RecordList of(
            Records records, ZonedTimes times, Function<Records.Peak, String> href, String dataHref) {
        List<Row> rows = records.peaks().stream()
                .map(peak -> new Row(
                        what(peak.kind()),
                        peak.name() == null ? "" : peak.name(),
                        href.apply(peak),
                        Numbers.rounded(peak.value()),
                        times.full(peak.at()),
                        Numbers.percent(peak.coverage())))
                .toList();
        return new RecordList(
                "since " + Times.date(records.meta().from()) + "; "
                        + Numbers.percent(records.meta().coverage()) + " of that time was measured",
                times.name(),
                rows,
                dataHref);
    }

    private static String what(Records.Kind kind) {
        return switch (kind) {
            case PLATFORM_VIEWERS -> "Most viewers at once";
            case PLATFORM_CHANNELS -> "Most channels live at once";
            case CHANNEL_VIEWERS -> "Most viewers of a streamer";
            case CATEGORY_VIEWERS -> "Most viewers of a category";
        };
    }
}
