package io.streamgauge.lake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One published state of all tables. Equal data has an equal version, whenever and however often it was computed.
 *
 * @param version hash of the state
 * @param publishedAt when the pointer was switched to it
 * @param newestSnapshot the newest complete snapshot
 * @param days each day's ledger, by its key
 * @param periods files of the tables by week and by rolling window
 * @param standing what holds for it as a whole
 */
public record Publication(
        String version,
        Instant publishedAt,
        Optional<Instant> newestSnapshot,
        SortedMap<LocalDate, String> days,
        Map<String, List<TableFile>> periods,
        Standing standing) {

    /** The state before anything was published. */
    public static Publication nothing(String version) {
        return new Publication(
                version, Instant.EPOCH, Optional.empty(), new TreeMap<>(), new TreeMap<>(), Standing.NEW);
    }
}
