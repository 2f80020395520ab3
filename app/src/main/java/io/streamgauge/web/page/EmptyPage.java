package io.streamgauge.web.page;

/** The lake before its first snapshot. */
public record EmptyPage(Layout layout) {}
