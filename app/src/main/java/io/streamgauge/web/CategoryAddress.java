package io.streamgauge.web;

import io.streamgauge.web.page.Address;

/** Where a category's page lies: at its id, and the one without a name, whose id is empty, at a word. */
final class CategoryAddress {

    private static final String NO_CATEGORY = "none";

    private CategoryAddress() {}

    static String path(String id) {
        return "/categories/" + segment(id);
    }

    /** What the API knows of it. */
    static String api(String id) {
        return "/api/v1" + path(id);
    }

    static String id(String segment) {
        return segment.equals(NO_CATEGORY) ? "" : segment;
    }

    static String segment(String id) {
        return id.isEmpty() ? NO_CATEGORY : Address.segment(id);
    }
}
