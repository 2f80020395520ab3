package io.streamgauge.web.page;

import java.util.List;

/** A ranking in full, page by page. */
public record RankingPage(Layout layout, String coverage, List<Filter> filters, RankingTable table) {

    /** A restriction in force and the way out of it. */
    public record Filter(String text, String removeHref) {}
}
