package io.streamgauge.web.page;

import java.util.List;
import java.util.Optional;

/**
 * The platform at one snapshot.
 *
 * @param when in words, without the zone
 * @param absence why there is nothing to show, empty where there is
 * @param known how well it is known
 * @param channelsAreGone whether observations of single channels are no longer kept
 */
public record MomentPage(
        Layout layout,
        String when,
        Optional<String> absence,
        List<Figure> figures,
        String known,
        TimeSlider slider,
        List<Treemap> maps,
        List<Category> categories,
        List<Channel> channels,
        boolean channelsAreGone,
        String categoriesHref,
        String channelsHref,
        String dataHref) {

    /** @param colour as on the map */
    public record Category(
            String rank,
            String colour,
            String name,
            String href,
            String viewers,
            String bar,
            String share,
            String channels) {}

    /** @param second the login where it differs from the name */
    public record Channel(
            String rank, String name, String second, String href, String viewers, String bar, String playing) {}
}
