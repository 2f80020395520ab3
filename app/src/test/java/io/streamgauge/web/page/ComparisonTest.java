package io.streamgauge.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.analytics.Meta;
import io.streamgauge.analytics.Period;
import io.streamgauge.analytics.PeriodName;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ComparisonTest {

    private static final Period DAY =
            new Period(Instant.parse("2026-11-22T00:00:00Z"), Instant.parse("2026-11-23T00:00:00Z"));
    private static final Instant LATER = Instant.parse("2026-11-24T00:00:00Z");

    @Test
    void runningPeriodIsComparedWithTheSamePart() {
        Comparison comparison = Comparison.of(DAY, Optional.of(PeriodName.DAY), Instant.parse("2026-11-22T10:00:00Z"));

        assertThat(comparison.before())
                .isEqualTo(new Period(Instant.parse("2026-11-21T00:00:00Z"), Instant.parse("2026-11-21T10:00:00Z")));
        assertThat(comparison.name()).isEqualTo("the day before up to the same time");
    }

    @Test
    void changeHasArrowSizeAndWhatItIsAgainst() {
        Comparison comparison = Comparison.of(DAY, Optional.empty(), LATER);

        assertThat(comparison.change(1_250.0, 1_000.0, known(1), known(1)))
                .isEqualTo(new Change("up", "▲\u202f25.0\u202f%", "1,000 in the same length of time before"));
        assertThat(comparison.change(900.0, 1_000.0, known(1), known(1)).text()).isEqualTo("▼\u202f10.0\u202f%");
        assertThat(comparison.change(25_000.0, 1_000.0, known(1), known(1)).text())
                .isEqualTo("▲\u202f×\u202f25");
        assertThat(comparison.change(1_000.1, 1_000.0, known(1), known(1)).direction())
                .isEqualTo("same");
    }

    @Test
    void noChangeIsToldAgainstAHalfKnownTime() {
        Comparison comparison = Comparison.of(DAY, Optional.of(PeriodName.DAY), LATER);

        assertThat(comparison.change(1_000.0, 500.0, known(1), known(0.5)))
                .isEqualTo(new Change("unknown", "–", "only 50.0\u202f% of the day before was measured"));
        assertThat(comparison.change(1_000.0, null, known(1), known(0)).title())
                .isEqualTo("nothing was measured in the day before");
    }

    private static Meta known(double coverage) {
        return new Meta(DAY.from(), DAY.to(), coverage, 0, null, "1", "1", false);
    }
}
