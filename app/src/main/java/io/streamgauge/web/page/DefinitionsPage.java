package io.streamgauge.web.page;

import java.util.List;

/** What each figure means. */
public record DefinitionsPage(Layout layout, List<Definition> definitions) {

    public record Definition(String id, String term, String meaning) {}
}
