package io.streamgauge.collector;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.duckdb.LakeFixture;
import io.streamgauge.duckdb.Row;
import io.streamgauge.lake.CrawlRecord;
import io.streamgauge.simulator.Fault;
import io.streamgauge.simulator.FaultRule;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows that are odd or broken, from Twitch to the tables. */
final class FailingRowsIT extends FaultyCrawls {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NULL_TAGS | tags is null and extra is null and raw is null",
                "EMPTY_CATEGORY | game_id = '' and game_name = '' and raw is null",
                "EMPTY_TITLE | title = '' and raw is null",
                "NEW_FIELD | extra = '{\"content_notice\":{\"level\":3,\"source\":{\"by\":null}}}' and raw is null",
                "START_1970 | started_at = '1970-01-01T00:00:00Z' and raw is null",
                "UNTIDY_TEXT | contains(title, '🎮❤️') and contains(title, chr(7)) and contains(raw, '\\ud83d\"')"
            })
    void anOddRowCounts(Fault fault, String landed) throws InterruptedException {
        given(fault, FaultRule.always());

        CrawlRecord crawl = crawls.crawl(CrawlMode.LANGUAGES);

        assertWhole(crawl);
        assertWalkedByLanguage(crawl);
        assertThat(crawl.malformed()).isZero();
        try (LakeFixture lake = transformed()) {
            assertThat(bronze(
                            lake,
                            "select count(*) as n from landing where not (" + landed + ")",
                            row -> row.number("n")))
                    .containsExactly(0L);
            assertThat(silver(lake)).isEqualTo(crawls.live());
            assertThat(quarantined(lake)).isEmpty();
            assertThat(silverWhere(lake, "category_id <> ''") == 0).isEqualTo(fault == Fault.EMPTY_CATEGORY);
            assertThat(silverWhere(lake, "started_at is not null") == 0).isEqualTo(fault == Fault.START_1970);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MISSING_FIELD | viewer_count is missing | user_id is missing",
                "NUMBER_AS_TEXT | viewer_count is text, expected a whole number |",
                "GARBAGE_ROW | the row is null, expected an object | the row is an array, expected an object"
            })
    void aFewBrokenRowsAreQuarantinedWithTheirReason(Fault fault, String reason, String otherReason)
            throws InterruptedException {
        given(fault, FaultRule.always().withChance(0.005));

        CrawlRecord crawl = crawls.crawl(CrawlMode.WALK);

        assertThat(crawl.reason()).isNull();
        assertThat(crawl.malformed()).isEqualTo(happened(fault)).isPositive();
        try (LakeFixture lake = transformed()) {
            List<String> problems = quarantined(lake);
            Map<String, Long> counted = silver(lake);
            assertThat(problems).hasSize(crawl.malformed());
            assertThat(Arrays.asList(reason, otherReason)).containsAll(problems);
            assertThat(crawls.live()).containsAllEntriesOf(counted).hasSize(counted.size() + crawl.malformed());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "MISSING_FIELD ; (viewer_count|user_id) is missing",
                "NUMBER_AS_TEXT ; viewer_count is text, expected a whole number",
                "GARBAGE_ROW ; the row is (null|an array), expected an object"
            })
    void manyBrokenRowsMakeTheSnapshotPartial(Fault fault, String reason) throws InterruptedException {
        given(fault, FaultRule.always().withChance(0.03));

        CrawlRecord crawl = crawls.crawl(CrawlMode.WALK);

        assertPartialBecauseOf(
                crawl, crawl.malformed() + " of " + crawl.rows() + " rows do not fit, the first since " + reason);
        assertThat(crawl.malformed()).isEqualTo(happened(fault));
    }

    @ParameterizedTest
    @CsvSource({"MISSING_FIELD", "NUMBER_AS_TEXT", "GARBAGE_ROW"})
    void theSecondLookFetchesWhatABrokenRowHid(Fault fault) throws InterruptedException {
        assertWhole(crawls.crawl(CrawlMode.WALK));
        crawls.pass(SLOT);
        given(fault, FaultRule.always().withChance(0.005).on(FaultRule.Pages.LATER));

        CrawlRecord crawl = crawls.crawl(CrawlMode.WALK);

        assertThat(crawl.complete()).isTrue();
        assertThat(crawl.recovered()).isPositive();
        assertThat(crawl.capture().listed() + crawl.recovered())
                .isEqualTo(crawls.landed().size());
        Set<String> lost = new HashSet<>(crawls.live().keySet());
        lost.removeAll(crawls.landed().keySet());
        assertThat(WORLD.liveAt(crawls.now()))
                .filteredOn(stream -> lost.contains(stream.id()))
                .as("streams that no snapshot knew yet")
                .allMatch(stream -> stream.startedAt().isAfter(crawls.now().minus(SLOT)));
    }

    @Test
    void ofARowThatComesTwiceTheOneReceivedLastStands() throws InterruptedException {
        given(Fault.DUPLICATE_ROWS, FaultRule.always());

        CrawlRecord crawl =
                crawls.crawl(CrawlMode.WALK, progress -> crawls.pass(Duration.ofSeconds(progress.pages() % 2 * 20)));

        Map<String, Set<Long>> received = new HashMap<>();
        try (LakeFixture lake = transformed()) {
            Map<String, Long> last = new HashMap<>();
            bronze(lake, "select id, viewer_count from landing order by position", row -> {
                received.computeIfAbsent(row.text("id"), any -> new HashSet<>()).add(row.number("viewer_count"));
                return last.put(row.text("id"), row.number("viewer_count"));
            });
            assertThat(crawl.duplicates()).isPositive();
            assertThat(received.values()).as("a stream with other viewers").anyMatch(counts -> counts.size() > 1);
            assertThat(silver(lake)).isEqualTo(last);
        }
    }

    private LakeFixture transformed() {
        LakeFixture lake = LakeFixture.in(folder);
        lake.transform();
        return lake;
    }

    private <T> List<T> bronze(LakeFixture lake, String sql, Function<Row, T> each) {
        String files = "read_parquet('" + folder.resolve("lake/landing/**/*.parquet") + "')";
        return lake.duckDb.select(sql.replace("from landing", "from " + files), List.of(), each);
    }

    private static Map<String, Long> silver(LakeFixture lake) {
        Map<String, Long> viewers = new HashMap<>();
        lake.select(
                "select stream_id, viewers from silver_stream_updates",
                List.of("silver_stream_updates"),
                row -> viewers.put(String.valueOf(row.number("stream_id")), row.number("viewers")));
        return viewers;
    }

    private static long silverWhere(LakeFixture lake, String condition) {
        return lake.select(
                        "select count(*) as n from silver_stream_updates where " + condition,
                        List.of("silver_stream_updates"),
                        row -> row.number("n"))
                .get(0);
    }

    private static List<String> quarantined(LakeFixture lake) {
        return lake.select(
                "select problem from quarantined_stream_updates",
                List.of("quarantined_stream_updates"),
                row -> row.text("problem"));
    }
}
