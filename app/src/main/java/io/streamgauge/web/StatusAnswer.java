package io.streamgauge.web;

import io.streamgauge.analytics.Analytics;
import io.streamgauge.analytics.Grain;
import io.streamgauge.analytics.Meta;
import io.streamgauge.analytics.PeriodName;
import io.streamgauge.analytics.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The state of the lake as the API tells it.
 *
 * @param meta of the last day, null before the first snapshot
 * @param ageSeconds time since the newest snapshot
 * @param expectationsMet how many of those that were checked were never broken
 */
record StatusAnswer(
        Meta meta,
        String dataVersion,
        Instant publishedAt,
        Instant now,
        Optional<Status.Newest> newest,
        Optional<Status.Crawl> newestCrawl,
        Optional<Long> ageSeconds,
        long cadenceSeconds,
        Status.Slots slots,
        List<Instant> missingSlots,
        List<Status.Partial> partialSlots,
        List<Status.Trouble> troubledSlots,
        List<Status.Work> runs,
        List<Status.Expectation> quality,
        long expectationsMet,
        List<Status.Older> olderModels,
        int forgotten,
        String engine,
        List<Status.Table> tables,
        boolean simulated) {

    static StatusAnswer of(Analytics analytics) {
        Status status = analytics.status();
        return new StatusAnswer(
                lastDay(status, analytics),
                status.dataVersion(),
                status.publishedAt(),
                status.now(),
                status.newest(),
                status.newestCrawl(),
                status.newest().map(newest -> Duration.between(newest.snapshotAt(), status.now())
                        .toSeconds()),
                status.cadenceSeconds(),
                status.slots(),
                status.missingSlots(),
                status.partialSlots(),
                status.troubledSlots(),
                status.runs(),
                status.quality(),
                status.quality().stream().filter(check -> check.failed() == 0).count(),
                status.olderModels(),
                status.forgotten(),
                status.engine(),
                status.tables(),
                status.simulated());
    }

    /** How well the last day is known, null before the first snapshot. */
    static Meta lastDay(Status status, Analytics analytics) {
        return status.newest().isEmpty()
                ? null
                : analytics
                        .totals(analytics.period(PeriodName.LAST_DAY, Optional.empty()), Grain.DAY)
                        .meta();
    }
}
