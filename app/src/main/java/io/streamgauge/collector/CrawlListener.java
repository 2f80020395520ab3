package io.streamgauge.collector;

/** Hears how a crawl gets on, on the thread that crawls. */
@FunctionalInterface
public interface CrawlListener {

    CrawlListener NONE = progress -> {};

    /**
     * What a crawl has so far.
     *
     * @param rows rows received, repeats included
     * @param duplicates rows whose stream had come before
     * @param viewers of the last row that stated any: the listing is in their order, so it nears its end as they near zero
     */
    record Progress(int pages, int rows, int duplicates, long viewers) {}

    /** Called after each page. */
    void page(Progress progress);
}
