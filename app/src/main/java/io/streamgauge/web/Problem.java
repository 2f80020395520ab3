package io.streamgauge.web;

/**
 * A problem document of RFC 9457.
 *
 * @param requestId under which the server's log speaks of the request
 */
record Problem(String type, String title, int status, String detail, String requestId) {

    static final String CONTENT_TYPE = "application/problem+json";

    static Problem of(int status, String title, String detail, String requestId) {
        return new Problem("about:blank", title, status, detail, requestId);
    }
}
