package io.streamgauge.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LandingTest {

    private static final SnapshotId SNAPSHOT = SnapshotId.parse("20260105T101500Z");

    @TempDir
    Path folder;

    @Test
    void aCompleteSnapshotLandsOnceAndPartialOnesBesideIt() throws IOException {
        LocalStore store = LocalStore.open(folder.resolve("lake"));
        Landing landing = new Landing(store);

        assertThat(put(landing, false)).isTrue();
        assertThat(put(landing, false)).isTrue();
        assertThat(landing.complete(SNAPSHOT)).isEmpty();
        assertThat(put(landing, true)).isTrue();
        assertThat(put(landing, true)).isFalse();
        store.putIfAbsent("landing/date=2026-01-05/notes.txt", StoreContract.fileIn(folder, "a note"));
        store.putIfAbsent(
                "landing/date=2026-01-06/20260105T103000Z.parquet", StoreContract.fileIn(folder, "misplaced"));

        assertThat(landing.complete(SNAPSHOT)).isPresent();
        assertThat(landing.list())
                .extracting(Landing.Landed::key)
                .containsExactly(
                        "landing/date=2026-01-05/20260105T101500Z.parquet",
                        "landing/date=2026-01-05/20260105T101500Z.partial-1.parquet",
                        "landing/date=2026-01-05/20260105T101500Z.partial-2.parquet");
        assertThat(landing.foreign())
                .containsExactly(
                        "landing/date=2026-01-05/notes.txt", "landing/date=2026-01-06/20260105T103000Z.parquet");
    }

    @Test
    void aSnapshotsTimeIsAWholeSecond() {
        assertThat(SnapshotId.at(Instant.parse("2026-01-05T10:15:00.9Z"))).isEqualTo(SNAPSHOT);
        assertThatThrownBy(() -> SnapshotId.parse("2026-01-05"))
                .hasMessage("'2026-01-05' is not a snapshot's time: expected the form 20261122T101500Z");
    }

    private boolean put(Landing landing, boolean complete) throws IOException {
        Instant at = SNAPSHOT.at();
        CrawlRecord crawl = new CrawlRecord(
                at, at, at, 900, "walk", complete, complete ? null : "cut", 1, 1, 0, 0, 0, Map.of(), 0, false);
        return landing.put(StoreContract.fileIn(folder, "rows"), crawl);
    }
}
