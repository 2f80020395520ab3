package io.streamgauge.web.page;

import java.util.List;

/**
 * What has a name that holds a text.
 *
 * @param dataHref the same from the API
 */
public record SearchPage(
        Layout layout, String text, List<Hit> channels, List<Hit> categories, String note, String dataHref) {

    public record Hit(String name, String second, String href, String lastSeen) {}
}
