package io.streamgauge.collector;

import io.streamgauge.lake.CrawlRecord;
import java.util.Optional;

/**
 * How a crawl of the listing went.
 *
 * @param shortcoming why it did not see the whole listing, by all that the walks can tell, or empty
 * @param canBeProven whether a second look may prove that it did all the same
 * @param mode in which way what counts was crawled
 * @param languages how the walks by language went, or null where there were none
 */
record Listing(Optional<String> shortcoming, boolean canBeProven, CrawlMode mode, CrawlRecord.Languages languages) {

    static Listing of(Walk walk, CrawlRecord.Languages languages) {
        boolean canBeProven = walk.ending().filter(Ending::canBeProven).isPresent();
        return new Listing(walk.shortcoming(), canBeProven, CrawlMode.WALK, languages);
    }
}
