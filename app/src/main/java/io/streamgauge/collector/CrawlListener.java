package io.streamgauge.collector;

/** Hears how a crawl gets on, one call at a time, on the threads that crawl. */
@FunctionalInterface
public interface CrawlListener {

    CrawlListener NONE = progress -> {};

    /**
     * What a crawl has so far.
     *
     * @param rows rows received, repeats included
     * @param duplicates rows whose stream had come before
     * @param recovered streams that came by a direct query alone
     * @param viewers of the last row that came: a listing is in their order, so a walk nears its end as they near zero
     */
    record Progress(int pages, int rows, int duplicates, int recovered, long viewers) {}

    /** Called after each answer. */
    void page(Progress progress);
}
