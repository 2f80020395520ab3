package io.streamgauge.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.lake.CrawlRecord;
import io.streamgauge.lake.LandingRow;
import io.streamgauge.lake.SnapshotId;
import io.streamgauge.lake.SnapshotWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SnapshotFileTest {

    private static final Instant AT = Instant.parse("2026-11-22T10:15:00Z");
    private static final CrawlRecord CRAWL =
            new CrawlRecord(AT, AT, AT, 900, "walk", false, "it's cut", 1, 3, 0, 0, 0, Map.of("200", 1), 0.25, true);

    @TempDir
    Path folder;

    @Test
    void keepsEveryValueAndTheOrderOfTheRows() throws Exception {
        try (DuckDb duckDb = DuckDb.open(new DuckDbSettings(64, 1, folder))) {
            DuckDbSnapshotFormat format = new DuckDbSnapshotFormat(duckDb, folder.resolve("work"));
            try (SnapshotWriter writer = format.open(SnapshotId.at(AT))) {
                writer.append(row(1, "plain", List.of("a", "b"), 5L));
                writer.append(row(2, "", List.of(), 0L));
                writer.append(row(3, null, null, null));
                writer.append(row(
                        4, "\"quote' \\ \n line\t\u0000 nul 😀 \ud83d half", Arrays.asList("", null, ",]\u001f"), -1L));
                Path file = writer.finish(CRAWL);

                assertThat(format.readCrawl(file)).isEqualTo(CRAWL);
                assertThat(duckDb.select(
                                "select *, tags::varchar as tags_text from read_parquet(" + DuckDb.quoted(file) + ")",
                                List.of(),
                                row -> row.instant("snapshot_at") + "|" + row.instant("observed_at") + "|"
                                        + row.number("position") + "|" + row.text("title") + "|"
                                        + row.text("tags_text") + "|" + row.text("raw")))
                        .containsExactly(
                                "2026-11-22T10:15:00Z|2026-11-22T10:15:07.123456Z|1|plain|[a, b]|null",
                                "2026-11-22T10:15:00Z|2026-11-22T10:15:07.123456Z|2||[]|null",
                                "2026-11-22T10:15:00Z|2026-11-22T10:15:07.123456Z|3|null|null|null",
                                "2026-11-22T10:15:00Z|2026-11-22T10:15:07.123456Z|4|\"quote' \\ \n line\t\u0000 nul 😀 \ufffd half"
                                        + "|['', NULL, ',]\u001f']|null");
            }
        }
        try (Stream<Path> left = Files.list(folder.resolve("work"))) {
            assertThat(left).isEmpty();
        }
    }

    private static LandingRow row(int position, String title, List<String> tags, Long viewers) {
        return new LandingRow(
                AT.plusNanos(7_123_456_789L),
                1,
                position,
                "id",
                "7",
                null,
                null,
                "",
                null,
                "live",
                title,
                tags,
                viewers,
                null,
                "en",
                null,
                List.of(),
                viewers == null ? null : true,
                null,
                null,
                null);
    }
}
