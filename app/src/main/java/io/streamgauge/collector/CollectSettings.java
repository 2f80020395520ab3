package io.streamgauge.collector;

/**
 * How snapshots are taken.
 *
 * @param mostPages after which a walk is broken off
 */
public record CollectSettings(Schedule schedule, CrawlMode mode, int mostPages) {

    public static CollectSettings of(Schedule schedule, CrawlMode mode) {
        return new CollectSettings(schedule, mode, Walk.MOST_PAGES);
    }
}
