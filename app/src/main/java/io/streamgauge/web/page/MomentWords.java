package io.streamgauge.web.page;

import io.streamgauge.analytics.Around;
import io.streamgauge.analytics.DataHealth;
import io.streamgauge.analytics.Moment;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Says what a snapshot saw, or why there is none. */
public final class MomentWords {

    private MomentWords() {}

    public static String when(Instant at) {
        return Times.full(at);
    }

    public static List<Figure> figures(Moment moment) {
        Moment.Summary summary = moment.summary();
        String each = summary.channels() == 0
                ? ""
                : Numbers.fine((double) summary.viewers() / summary.channels()) + " a channel";
        return List.of(
                figure("Viewers", summary.viewers(), each),
                figure("Channels live", summary.channels(), ""),
                figure("Categories", summary.categories(), "with a channel in them"));
    }

    private static Figure figure(String label, long value, String note) {
        return new Figure(label, Numbers.rounded(value), Numbers.exact(value), Optional.empty(), note);
    }

    public static String known(Moment moment) {
        Double captured = moment.meta().captureRate();
        return "A complete snapshot of every live channel."
                + (captured == null
                        ? ""
                        : " Twitch's listing showed " + Numbers.percent(captured) + " of the streams that were live.");
    }

    /** Why there is no snapshot for a time, in a sentence or two. */
    public static String absence(Instant at, Around around, Instant now) {
        String when = Times.full(at) + " UTC";
        if (!at.isBefore(now)) {
            return "The time " + when + " has not come yet.";
        }
        Optional<DataHealth.Slot> slot = around.slots().stream()
                .filter(each -> !each.at().isAfter(at)
                        && each.at().plusSeconds(each.seconds()).isAfter(at))
                .findFirst();
        String what = "There is no complete snapshot for " + when + ": ";
        return slot.map(known -> what + why(known))
                .orElse(what + (around.previous().isEmpty() ? "it lies before the first one." : "nobody took one."));
    }

    private static String why(DataHealth.Slot slot) {
        String reason = slot.reason() == null ? "." : " (" + slot.reason() + ").";
        return switch (slot.state()) {
            case COMPLETE -> "it is not published.";
            case SET_APART -> "a check keeps the one that was taken out of all figures" + reason;
            case PARTIAL -> "the crawl did not reach the end of the list, so it does not count" + reason;
            case FAILED -> "the crawl failed" + reason;
            case MISSING -> "nobody took one.";
            case PLANNED -> "its time is not over yet.";
        };
    }

    /** @param href of a category, by its id */
    public static List<MomentPage.Category> categories(Moment moment, Function<String, String> href) {
        long largest = moment.categories().stream()
                .mapToLong(Moment.Category::viewers)
                .max()
                .orElse(0);
        int[] place = {0};
        return moment.categories().stream()
                .map(category -> new MomentPage.Category(
                        Numbers.exact(category.rank()),
                        Bands.colour(place[0]++),
                        category.name(),
                        href.apply(category.categoryId()),
                        Numbers.exact(category.viewers()),
                        bar(category.viewers(), largest),
                        Numbers.percent(category.share()),
                        Numbers.exact(category.channels())))
                .toList();
    }

    /** @param href of a channel, by its id */
    public static List<MomentPage.Channel> channels(Moment moment, Function<String, String> href) {
        List<Moment.Channel> channels = moment.channels().orElse(List.of());
        long largest =
                channels.stream().mapToLong(Moment.Channel::viewers).max().orElse(0);
        return channels.stream()
                .map(channel -> new MomentPage.Channel(
                        Numbers.exact(channel.rank()),
                        channel.name(),
                        channel.login().equalsIgnoreCase(channel.name()) ? "" : channel.login(),
                        href.apply(channel.channelId()),
                        Numbers.exact(channel.viewers()),
                        bar(channel.viewers(), largest),
                        channel.categoryName()))
                .toList();
    }

    private static String bar(long viewers, long largest) {
        return Plot.percent(largest == 0 ? 0 : 100.0 * viewers / largest);
    }
}
