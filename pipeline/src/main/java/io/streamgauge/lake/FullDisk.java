package io.streamgauge.lake;

import java.util.List;
import java.util.Optional;

/** Knows a full disk by what is said of it. */
public final class FullDisk {

    /** Linux and macOS; a quota; Windows. */
    private static final List<String> SIGNS =
            List.of("No space left on device", "Disk quota exceeded", "not enough space on the disk");

    private FullDisk() {}

    /** What to tell people where a failure comes from a disk that is full; empty where it does not. */
    public static Optional<String> sentence(Throwable failure) {
        if (failure == null) {
            return Optional.empty();
        }
        String message = String.valueOf(failure.getMessage());
        return SIGNS.stream().anyMatch(message::contains)
                ? Optional.of(
                        "the disk is full. Nothing half-written is kept: make room, and the next run goes on from here")
                : sentence(failure.getCause());
    }
}
