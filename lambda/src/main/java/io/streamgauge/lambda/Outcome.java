package io.streamgauge.lambda;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.streamgauge.lake.CrawlRecord;
import io.streamgauge.lake.SnapshotId;
import java.util.Map;

/**
 * What an invocation answers.
 *
 * @param outcome {@code complete}, or {@code already_landed} where nothing had to be done
 * @param crawlSeconds from the first call to the last answer
 * @param captureRate share of the live streams that the listing showed, where it was measured
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Outcome(
        String snapshotAt,
        String environment,
        String outcome,
        Integer streams,
        Integer pages,
        Integer recovered,
        Map<String, Integer> calls,
        Double crawlSeconds,
        Double captureRate) {

    static Outcome alreadyLanded(SnapshotId slot, String environment) {
        return new Outcome(slot.at().toString(), environment, "already_landed", null, null, null, null, null, null);
    }

    static Outcome complete(CrawlRecord crawl, String environment) {
        return new Outcome(
                crawl.snapshotAt().toString(),
                environment,
                "complete",
                crawl.rows() - crawl.duplicates(),
                crawl.pages(),
                crawl.recovered(),
                crawl.calls(),
                Figures.seconds(crawl),
                crawl.captureRate().isPresent() ? crawl.captureRate().getAsDouble() : null);
    }
}
