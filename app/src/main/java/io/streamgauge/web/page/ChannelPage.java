package io.streamgauge.web.page;

import java.util.List;
import java.util.Optional;

/**
 * One channel over a period.
 *
 * @param absence why there is nothing to show, empty where there is
 * @param sittings empty where they are the broadcasts
 * @param lastDayHref the day on which the channel was last live
 */
public record ChannelPage(
        Layout layout,
        String name,
        String login,
        String outsideHref,
        String seen,
        String compareHref,
        List<String> formerNames,
        Optional<String> absence,
        String lastDayHref,
        List<Figure> figures,
        String coverage,
        Optional<Chart> chart,
        List<Played> categories,
        List<Broadcast> broadcasts,
        List<Sitting> sittings,
        Optional<WeekPattern> week,
        Optional<RankChart> ranks) {

    public record Played(
            String colour,
            String name,
            String href,
            String hours,
            String bar,
            String airtime,
            String average,
            String peak) {}

    public record Broadcast(String started, String href, String lasted, String hours, String average, String peak) {}

    /** @param broadcasts how many it is made of */
    public record Sitting(String began, String broadcasts, String lasted, String hours, String average, String peak) {}
}
