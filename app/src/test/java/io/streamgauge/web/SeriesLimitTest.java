package io.streamgauge.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamgauge.analytics.Grain;
import io.streamgauge.analytics.Period;
import io.streamgauge.analytics.Status;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class SeriesLimitTest {

    private static final Period EVER =
            new Period(Instant.parse("2000-01-01T00:00:00Z"), Instant.parse("2100-01-01T00:00:00Z"));

    @Test
    void allThereIsMayBeAskedForWhileItIsNotMuch() {
        Status young = status(1_344);

        assertThatCode(() -> SeriesLimit.check(EVER, Grain.SNAPSHOT, young)).doesNotThrowAnyException();
        assertThatCode(() -> SeriesLimit.check(EVER, Grain.DAY, young)).doesNotThrowAnyException();
    }

    @Test
    void aYearOfSnapshotsPassesAndTenDoNot() {
        Status old = status(400_000);
        Instant now = old.now();

        assertThatCode(() -> SeriesLimit.check(new Period(now.minusSeconds(366 * 86_400L), now), Grain.SNAPSHOT, old))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> SeriesLimit.check(EVER, Grain.SNAPSHOT, old))
                .hasMessage("The series from 2000-01-01T00:00:00Z to 2100-01-01T00:00:00Z would have 400000 points by"
                        + " snapshot, expected at most 40000: ask for a shorter period or, where there is one, a coarser"
                        + " grain");
    }

    @Test
    void whatLiesAheadCountsForNothing() {
        Period ahead = new Period(Instant.parse("2099-01-01T00:00:00Z"), EVER.to());

        assertThatCode(() -> SeriesLimit.check(ahead, Grain.HOUR, status(1))).doesNotThrowAnyException();
        assertThat(status(1).now()).isBefore(ahead.from());
    }

    private static Status status(long slots) {
        return new FakeAnalytics()
                .givenStatus(status -> new Status(
                        status.dataVersion(),
                        status.publishedAt(),
                        status.now(),
                        status.newest(),
                        status.newestCrawl(),
                        status.cadenceSeconds(),
                        new Status.Slots(slots, slots, 0, 0, 0, 0, 0),
                        status.missingSlots(),
                        status.partialSlots(),
                        status.troubledSlots(),
                        status.runs(),
                        status.quality(),
                        status.olderModels(),
                        status.forgotten(),
                        status.engine(),
                        status.tables(),
                        status.simulated()))
                .status();
    }
}
