package io.streamgauge.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamgauge.duckdb.LakeFixture;
import io.streamgauge.duckdb.TableExport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LakeDownloadsTest {

    private static final String SILVER = "silver_stream_updates";
    private static final Instant FIRST = Instant.parse("2026-01-05T23:45:00Z");

    @TempDir
    Path folder;

    private LakeFixture lake;
    private Path scratch;
    private LakeDownloads downloads;

    @BeforeEach
    void fill() {
        lake = LakeFixture.in(folder.resolve("lake"));
        lake.land(FIRST, LakeFixture.row(1, 1, "5", 10), LakeFixture.row(2, 2, "5", 30));
        lake.land(FIRST.plusSeconds(LakeFixture.CADENCE), LakeFixture.row(1, 1, "5", 20));
        lake.transform();
        scratch = folder.resolve("downloads");
        TableExport export = new TableExport(lake.duckDb, lake.models, lake.store, lake.ledger);
        downloads = new LakeDownloads(export, lake.models, scratch);
    }

    @AfterEach
    void close() {
        lake.close();
    }

    @Test
    void aDayIsSentBeforeTheNextIsRead() throws IOException {
        List<String> sent = new ArrayList<>();
        List<Long> filesMeanwhile = new ArrayList<>();
        OutputStream reader = new ByteArrayOutputStream() {
            @Override
            public void flush() throws IOException {
                sent.add(toString(StandardCharsets.UTF_8));
                filesMeanwhile.add(files());
                reset();
            }
        };

        assertThat(write(reader)).isEqualTo(3);

        assertThat(sent).hasSize(2);
        assertThat(sent.get(0))
                .startsWith("snapshot_at,")
                .contains(",10,", ",30,")
                .doesNotContain("2026-01-06 ");
        assertThat(sent.get(1)).startsWith("2026-01-06 00:00:00,").contains(",20,");
        assertThat(filesMeanwhile).containsExactly(1L, 1L);
        assertThat(files()).isZero();
    }

    @Test
    void whereTheReaderLeavesNothingMoreIsReadAndNothingIsLeftBehind() throws IOException {
        for (int times = 0; times <= LakeDownloads.MOST_AT_ONCE; times++) {
            assertThatThrownBy(() -> write(new Gone()))
                    .isInstanceOf(IOException.class)
                    .hasMessage("gone");
            assertThat(files()).isZero();
        }
    }

    @Test
    void noMoreThanSomeRunAtOnce() throws IOException {
        OutputStream asksAgain = new OutputStream() {
            @Override
            public void write(int one) {}

            @Override
            public void flush() throws IOException {
                LakeDownloadsTest.this.write(this);
            }
        };

        assertThatThrownBy(() -> write(asksAgain))
                .isInstanceOf(TooManyDownloadsException.class)
                .hasMessage("2 downloads of tables are under way, which is the most at once; try again in a minute");
        assertThat(write(OutputStream.nullOutputStream())).isEqualTo(3);
    }

    private long write(OutputStream to) throws IOException {
        return downloads.write(SILVER, Optional.empty(), Downloads.Form.CSV, Map.of(), to);
    }

    private long files() throws IOException {
        try (Stream<Path> files = Files.list(scratch)) {
            return files.count();
        }
    }

    private static final class Gone extends OutputStream {

        @Override
        public void write(int one) throws IOException {
            throw new IOException("gone");
        }
    }
}
