package io.streamgauge.web.page;

import io.streamgauge.analytics.ChannelReport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Says a channel's report in the words and figures of its page. */
public final class ChannelFigures {

    private final ChannelReport report;
    private final Optional<ChannelReport> before;
    private final Comparison comparison;
    private final ZonedTimes times;

    public ChannelFigures(
            ChannelReport report, Optional<ChannelReport> before, Comparison comparison, ZonedTimes times) {
        this.report = report;
        this.before = before;
        this.comparison = comparison;
        this.times = times;
    }

    public String seen() {
        ChannelReport.Identity identity = report.identity();
        return "First seen " + Times.date(identity.firstSeenAt()) + ", last seen live "
                + times.full(identity.lastSeenAt()) + " " + times.name();
    }

    public Optional<String> absence() {
        if (report.summary().isPresent()) {
            return Optional.empty();
        }
        Instant last = report.identity().lastSeenAt();
        String reason =
                report.meta().coverage() > 0 ? "Not seen live in this period" : "Nothing was measured in this period";
        return Optional.of(reason + "; last seen live " + times.full(last) + " " + times.name() + ".");
    }

    /** The day on which it was last live, as pages ask for it. */
    public String lastDay() {
        return report.identity().lastSeenAt().atZone(times.zone()).toLocalDate().toString();
    }

    public String coverage() {
        String changes = report.summary().isPresent() ? comparison.sentence() : "";
        return Coverage.sentence(report.meta(), comparison) + changes;
    }

    public List<Figure> figures() {
        return report.summary().map(this::figures).orElse(List.of());
    }

    private List<Figure> figures(ChannelReport.Summary now) {
        Optional<ChannelReport.Summary> then = before.flatMap(ChannelReport::summary);
        ComparedFigures compared =
                new ComparedFigures(report.meta(), before.map(ChannelReport::meta), comparison, "not live");
        List<Figure> figures = new ArrayList<>();
        figures.add(compared.figure(
                "Hours watched",
                now.hoursWatched(),
                then.map(ChannelReport.Summary::hoursWatched),
                report.rank()
                        .map(rank -> "rank " + Numbers.exact(rank.rank()) + " of " + Numbers.exact(rank.total()))
                        .orElse("")));
        figures.add(compared.figure(
                "Average viewers",
                now.averageViewers(),
                then.map(ChannelReport.Summary::averageViewers),
                "while live"));
        figures.add(compared.figure(
                "Peak viewers",
                now.peakViewers(),
                then.map(summary -> (double) summary.peakViewers()),
                times.moment(now.peakAt()) + " " + times.name()));
        figures.add(compared.figure(
                "Hours live",
                now.airtimeHours(),
                then.map(ChannelReport.Summary::airtimeHours),
                Numbers.counted(report.broadcasts().size(), "broadcast", "broadcasts")));
        return figures;
    }

    public List<ChannelPage.Played> played(Function<String, String> categoryHref) {
        double longest = report.categories().stream()
                .mapToDouble(ChannelReport.CategoryPlayed::hoursWatched)
                .max()
                .orElse(0);
        List<ChannelPage.Played> rows = new ArrayList<>();
        for (ChannelReport.CategoryPlayed played : report.categories()) {
            rows.add(new ChannelPage.Played(
                    Bands.colour(rows.size()),
                    played.name(),
                    categoryHref.apply(played.categoryId()),
                    Numbers.fine(played.hoursWatched()),
                    Plot.percent(longest == 0 ? 0 : 100 * played.hoursWatched() / longest),
                    Numbers.oneDecimal(played.airtimeHours()),
                    Numbers.fine(played.averageViewers()),
                    Numbers.exact(played.peakViewers())));
        }
        return rows;
    }

    /** @param href a broadcast's page */
    public List<ChannelPage.Broadcast> broadcasts(Function<ChannelReport.Broadcast, String> href) {
        return report.broadcasts().stream()
                .map(broadcast -> broadcast(broadcast, href))
                .toList();
    }

    private ChannelPage.Broadcast broadcast(
            ChannelReport.Broadcast broadcast, Function<ChannelReport.Broadcast, String> href) {
        Instant started = broadcast.startedAt() == null ? broadcast.firstSeenAt() : broadcast.startedAt();
        return new ChannelPage.Broadcast(
                times.moment(started),
                href.apply(broadcast),
                lasted(broadcast.airtimeHours()),
                Numbers.fine(broadcast.hoursWatched()),
                Numbers.fine(broadcast.averageViewers()),
                Numbers.exact(broadcast.peakViewers()));
    }

    /** Empty where every sitting is one broadcast, which the broadcasts tell by themselves. */
    public List<ChannelPage.Sitting> sittings() {
        if (report.sittings().stream().allMatch(sitting -> sitting.broadcasts() == 1)) {
            return List.of();
        }
        return report.sittings().stream()
                .map(sitting -> new ChannelPage.Sitting(
                        times.moment(sitting.firstSeenAt()),
                        Numbers.exact(sitting.broadcasts()),
                        lasted(sitting.airtimeHours()),
                        Numbers.fine(sitting.hoursWatched()),
                        Numbers.fine(sitting.averageViewers()),
                        Numbers.exact(sitting.peakViewers())))
                .toList();
    }

    private static String lasted(double hours) {
        return Times.lasted(Duration.ofSeconds(Math.round(hours * 3600)));
    }
}
