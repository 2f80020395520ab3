package io.streamgauge.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {

    private static final LocalDate MONDAY = LocalDate.parse("2026-01-05");
    private static final LocalDate TUESDAY = LocalDate.parse("2026-01-06");
    private static final Instant NOON = Instant.parse("2026-01-06T12:00:00Z");

    @TempDir
    Path folder;

    private Store store;

    @BeforeEach
    void open() {
        store = LocalStore.open(folder.resolve("lake"));
    }

    @Test
    void holdsNothingBeforeTheFirstPublishing() {
        assertThat(ledger(NOON).current()).isEmpty();
        assertThat(ledger(NOON).currentVersion()).isEmpty();
    }

    @Test
    void givesBackWhatWasPublished() {
        DayLedger monday = day(MONDAY, "tables/t/monday");
        DayLedger tuesday = day(TUESDAY, "tables/t/tuesday");
        Optional<Publication> first = publish(Optional.empty(), monday);
        Publication second = publish(first, tuesday).orElseThrow();

        Ledger other = ledger(NOON);
        Publication seen = other.current().orElseThrow();
        assertThat(seen).isEqualTo(second);
        assertThat(seen.days().keySet()).containsExactly(MONDAY, TUESDAY);
        assertThat(other.day(seen, MONDAY)).isEqualTo(monday);
        assertThat(other.day(seen, TUESDAY)).isEqualTo(tuesday);
        assertThat(other.day(seen, TUESDAY.plusDays(1)).snapshots()).isEmpty();
    }

    @Test
    void equalDataHasAnEqualVersionWheneverItIsPublished() {
        Publication first = publish(Optional.empty(), day(MONDAY, "tables/t/1")).orElseThrow();
        Publication second =
                publish(Optional.of(first), day(MONDAY, "tables/t/2")).orElseThrow();
        Publication third = ledger(NOON.plusSeconds(5))
                .publish(
                        Optional.of(second),
                        true,
                        List.of(day(MONDAY, "tables/t/1")),
                        Map.of(),
                        Optional.of(NOON),
                        Standing.NEW,
                        Set.of())
                .orElseThrow();

        assertThat(second.version()).isNotEqualTo(first.version());
        assertThat(third.version()).isEqualTo(first.version());
    }

    @Test
    void whoBuiltOnAnOlderStateChangesNothing() {
        Optional<Publication> base = publish(Optional.empty(), day(MONDAY, "tables/t/1"));
        Optional<Publication> winner = publish(base, day(MONDAY, "tables/t/2"));

        assertThat(publish(base, day(MONDAY, "tables/t/3"))).isEmpty();
        assertThat(ledger(NOON).current()).isEqualTo(winner);
    }

    @Test
    void replacedFilesStayForAWhileAndGoThen() throws IOException {
        put("tables/t/1");
        put("tables/t/2");
        Optional<Publication> first = publish(Optional.empty(), day(MONDAY, "tables/t/1"));
        Optional<Publication> second = ledger(NOON)
                .publish(
                        first,
                        false,
                        List.of(day(MONDAY, "tables/t/2")),
                        Map.of(),
                        Optional.of(NOON),
                        Standing.NEW,
                        Set.of("tables/t/1", "tables/t/2"));
        assertThat(store.read("tables/t/1")).isPresent();

        ledger(NOON.plus(Duration.ofMinutes(11)))
                .publish(
                        second,
                        false,
                        List.of(day(TUESDAY, "tables/t/3")),
                        Map.of(),
                        Optional.of(NOON),
                        Standing.NEW,
                        Set.of());

        assertThat(store.read("tables/t/1")).isEmpty();
        assertThat(store.read("tables/t/2")).isPresent();
    }

    private Optional<Publication> publish(Optional<Publication> base, DayLedger day) {
        return ledger(NOON).publish(base, false, List.of(day), Map.of(), Optional.of(NOON), Standing.NEW, Set.of());
    }

    private Ledger ledger(Instant now) {
        return new Ledger(store, Clock.fixed(now, ZoneOffset.UTC), folder.resolve("scratch"));
    }

    private void put(String key) throws IOException {
        store.putIfAbsent(key, StoreContract.fileIn(folder, key));
    }

    private static DayLedger day(LocalDate date, String key) {
        return new DayLedger(date, List.of(), Map.of("t", List.of(new TableFile(key, TableFile.DAY, 1, 10))));
    }
}
