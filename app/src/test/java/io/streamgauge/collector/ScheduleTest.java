package io.streamgauge.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamgauge.lake.SnapshotId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ScheduleTest {

    @ParameterizedTest
    @CsvSource({
        "PT15M, 2026-11-22T10:14:59.999Z, 2026-11-22T10:00:00Z, 2026-11-22T10:15:00Z",
        "PT15M, 2026-11-22T10:15:00Z,     2026-11-22T10:15:00Z, 2026-11-22T10:30:00Z",
        "PT15M, 2026-12-31T23:59:00Z,     2026-12-31T23:45:00Z, 2027-01-01T00:00:00Z",
        "PT6H,  2026-11-22T05:59:59Z,     2026-11-22T00:00:00Z, 2026-11-22T06:00:00Z",
        "PT1S,  2026-11-22T10:00:07.5Z,   2026-11-22T10:00:07Z, 2026-11-22T10:00:08Z",
        "PT15M, 1969-12-31T23:59:59Z,     1969-12-31T23:45:00Z, 1970-01-01T00:00:00Z"
    })
    void slotsAreCountedFromMidnight(Duration cadence, Instant now, Instant current, Instant next) {
        Schedule schedule = new Schedule(cadence);

        assertThat(schedule.currentSlot(now)).isEqualTo(SnapshotId.at(current));
        assertThat(schedule.nextSlot(now)).isEqualTo(SnapshotId.at(next));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "-PT15M", "PT7M", "PT0.5S", "PT1.5S", "PT8H", "P1D"})
    void aCadenceThatMakesNoSlotsIsRefused(String cadence) {
        assertThatThrownBy(() -> new Schedule(Duration.parse(cadence)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The cadence is " + Duration.parse(cadence)
                        + ", expected whole seconds that divide a day, from PT1S to PT6H, such as PT15M");
    }

    @Test
    void aCrawlMayBeginInTheFirstTwoThirdsOfItsSlot() {
        Schedule schedule = new Schedule(Duration.ofMinutes(15));
        Instant slot = Instant.parse("2026-11-22T10:00:00Z");

        assertThat(schedule.hasTimeFor(SnapshotId.at(slot), slot)).isTrue();
        assertThat(schedule.hasTimeFor(SnapshotId.at(slot), slot.plusSeconds(600)))
                .isTrue();
        assertThat(schedule.hasTimeFor(SnapshotId.at(slot), slot.plusSeconds(601)))
                .isFalse();
        assertThat(schedule.hasTimeFor(SnapshotId.at(slot), slot.minusSeconds(1)))
                .isFalse();
    }
}
