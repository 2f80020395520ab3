package io.streamgauge.lake;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** A snapshot's identity: the UTC second it was taken for, written {@code 20261122T101500Z} in keys and file names. */
public record SnapshotId(Instant at) implements Comparable<SnapshotId> {

    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    public SnapshotId {
        if (!at.equals(at.truncatedTo(ChronoUnit.SECONDS))) {
            throw new IllegalArgumentException("A snapshot's time must be a whole second, found " + at);
        }
    }

    /** The snapshot at this moment, cut to the second. */
    public static SnapshotId at(Instant moment) {
        return new SnapshotId(moment.truncatedTo(ChronoUnit.SECONDS));
    }

    /** Reads {@code 20261122T101500Z}. */
    public static SnapshotId parse(String text) {
        try {
            return new SnapshotId(FORM.parse(text, Instant::from));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a snapshot's time: expected the form 20261122T101500Z", e);
        }
    }

    /** The UTC day that the snapshot belongs to. */
    public LocalDate date() {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    @Override
    public int compareTo(SnapshotId other) {
        return at.compareTo(other.at);
    }

    @Override
    public String toString() {
        return FORM.format(at);
    }
}
