package io.streamgauge.cli;

import io.streamgauge.lake.SnapshotId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The week that every demo begins with, so that its pages look the same each time. */
final class DemoWeek {

    static final Duration CADENCE = Duration.ofMinutes(15);
    static final Instant END = Instant.parse("2026-06-07T20:00:00Z");
    static final int SNAPSHOTS = 672;

    private DemoWeek() {}

    /** The snapshots of each day, oldest first. */
    static TreeMap<LocalDate, List<SnapshotId>> days() {
        return IntStream.rangeClosed(1 - SNAPSHOTS, 0)
                .mapToObj(slot -> SnapshotId.at(END.plus(CADENCE.multipliedBy(slot))))
                .collect(Collectors.groupingBy(SnapshotId::date, TreeMap::new, Collectors.toList()));
    }
}
