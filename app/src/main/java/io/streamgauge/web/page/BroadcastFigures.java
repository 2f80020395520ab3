package io.streamgauge.web.page;

import io.streamgauge.analytics.BroadcastReport;
import io.streamgauge.analytics.BroadcastReport.Summary;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Says a broadcast's report in the words and figures of its page. */
public final class BroadcastFigures {

    private final BroadcastReport report;

    public BroadcastFigures(BroadcastReport report) {
        this.report = report;
    }

    public String when() {
        Instant started = report.startedAt();
        String end = Times.full(report.meta().to()) + " UTC";
        return started == null
                ? "Seen from " + Times.full(report.firstSeenAt()) + " until " + end
                : "Started " + Times.full(started) + ", seen until " + end;
    }

    /** The day on which it was first seen, as pages ask for it. */
    public String day() {
        return report.firstSeenAt().atZone(ZoneOffset.UTC).toLocalDate().toString();
    }

    public String dayInWords() {
        return Times.weekdayDate(report.firstSeenAt());
    }

    public List<Figure> figures() {
        Summary summary = report.summary();
        return List.of(
                figure("Hours watched", summary.hoursWatched(), "").at("hours_watched"),
                figure("Average viewers", summary.averageViewers(), "while live")
                        .at("average_viewers"),
                figure("Peak viewers", summary.peakViewers(), Times.moment(summary.peakAt()) + " UTC")
                        .at("peak_viewers")
                        .noting("peak_at"),
                figure(
                                "Hours live",
                                summary.airtimeHours(),
                                "in " + Numbers.counted(Bands.names(report).size(), "category", "categories"))
                        .at("airtime_hours")
                        .noting("/categories"));
    }

    private static Figure figure(String label, double value, String note) {
        return new Figure(label, Numbers.rounded(value), Numbers.fine(value), Optional.empty(), note);
    }

    public String coverage() {
        return "What happened before the first snapshot that showed it is not known. " + Coverage.known(report.meta());
    }

    public List<BroadcastPage.Title> titles() {
        return report.titles().stream()
                .map(title -> new BroadcastPage.Title(
                        Times.moment(title.firstSeenAt()),
                        Times.moment(title.lastSeenAt()),
                        title.title(),
                        title.tags()))
                .toList();
    }

    /** @param href a category's page, by its id */
    public List<BroadcastPage.Category> categories(Function<String, String> href) {
        List<String> places = new ArrayList<>(Bands.names(report).keySet());
        return report.categories().stream()
                .map(category -> new BroadcastPage.Category(
                        Bands.colour(places.indexOf(category.categoryId())),
                        category.name(),
                        href.apply(category.categoryId()),
                        Times.moment(category.at()),
                        Times.moment(category.until()),
                        Times.lasted(Duration.between(category.at(), category.until()))))
                .toList();
    }
}
