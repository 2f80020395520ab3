package io.streamgauge.web.page;

/** What went wrong and what to do. */
public record ErrorPage(Layout layout, int status, String title, String detail, String advice) {}
