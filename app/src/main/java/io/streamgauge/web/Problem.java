package io.streamgauge.web;

/** A problem document of RFC 9457. */
record Problem(String type, String title, int status, String detail) {

    static final String CONTENT_TYPE = "application/problem+json";

    static Problem of(int status, String title, String detail) {
        return new Problem("about:blank", title, status, detail);
    }
}
