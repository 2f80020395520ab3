package io.streamgauge.web.page;

/**
 * A chart by itself.
 *
 * @param about what it is of, and over which period
 * @param source where the page lies that it comes from
 */
public record ChartPage(Layout layout, String title, String about, String coverage, String source, Chart chart) {}
