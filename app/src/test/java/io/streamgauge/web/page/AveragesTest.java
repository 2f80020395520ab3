package io.streamgauge.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AveragesTest {

    @Test
    void weighsEachStepByItsTimeAndKeepsHoursWithoutAnyApart() {
        List<Step> steps = List.of(step("10:00", "10:15", 100), step("10:15", "10:45", 400), step("12:00", "12:15", 7));

        assertThat(Averages.over(Duration.ofHours(1), steps))
                .containsExactly(step("10:00", "10:45", 300), step("12:00", "12:15", 7));
    }

    private static Step step(String at, String until, double value) {
        return new Step(
                Instant.parse("2026-11-22T" + at + ":00Z"), null, Instant.parse("2026-11-22T" + until + ":00Z"), value);
    }
}
