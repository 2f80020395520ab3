package io.streamgauge.collector;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.lake.CrawlRecord;
import io.streamgauge.lake.LandingRow;
import io.streamgauge.twitch.Recordings;
import io.streamgauge.twitch.Streams;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RecordedListingsTest extends CollectorFixture {

    @ParameterizedTest
    @CsvSource({
        // recorded snapshot, row at which each query of its crawl ends, pages, duplicates, viewers
        "20251230T014500Z, 6574,            66, 1251, 117480",
        "20251230T014500Z, 3428 4677 6574,  67, 1251, 117480",
        "20260112T015700Z, 3915,            40,    3, 153907"
    })
    void aRecordedListingLandsWhole(String snapshot, String ends, int pages, int duplicates, long viewers)
            throws InterruptedException {
        List<String> rows = Recordings.rows(snapshot);
        givenPages(rows, List.of(ends.split(" ")));

        CrawlRecord crawl = crawl();

        assertThat(crawl.reason()).isNull();
        assertThat(crawl.rows()).isEqualTo(rows.size());
        assertThat(crawl.pages()).isEqualTo(pages);
        assertThat(crawl.duplicates()).isEqualTo(duplicates);
        assertThat(crawl.malformed()).isZero();
        Map<String, Long> last = new HashMap<>();
        for (LandingRow row : format.rows()) {
            assertThat(row.extra()).isNull();
            last.put(row.id(), row.viewerCount());
        }
        assertThat(last.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(viewers);
    }

    private void givenPages(List<String> rows, List<String> ends) {
        int from = 0;
        for (String end : ends) {
            int last = Integer.parseInt(end);
            while (from < last) {
                int to = Math.min(from + 100, last);
                String next = to == rows.size() ? null : "row " + to;
                twitch.givenPage(from == 0 ? "" : "row " + from, Streams.page(rows.subList(from, to), next));
                from = to;
            }
        }
    }
}
