package io.streamgauge.web.page;

import java.util.List;
import java.util.Optional;

/**
 * One broadcast.
 *
 * @param when when it began and ended, or what was seen of that
 * @param dayHref its channel on the day on which it was first seen
 * @param ranks empty where they are not told
 * @param titles empty where they are no longer kept
 * @param dataHref the figures as the API has them
 */
public record BroadcastPage(
        Layout layout,
        String channel,
        String when,
        String dayHref,
        String day,
        List<Figure> figures,
        String coverage,
        Chart chart,
        Optional<RankChart> ranks,
        List<Title> titles,
        List<Category> categories,
        String dataHref) {

    /**
     * A title with the tags beside it.
     *
     * @param text empty where it was empty
     * @param to the last snapshot that showed both
     */
    public record Title(String from, String to, String text, List<String> tags) {}

    public record Category(String colour, String name, String href, String from, String to, String lasted) {}
}
