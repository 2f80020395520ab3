package io.streamgauge.twitch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RecordedPagesTest {

    @ParameterizedTest
    @CsvSource({
        "helix_streams_20230924T170319Z.json, 100",
        "helix_streams_20230924T170652Z.json, 99",
        "helix_streams_20230924T170714Z.json, 98",
        "helix_streams_2019-03-12.json, 40"
    })
    void everyRowOfARealPageFits(String name, int rows) {
        StreamsBody page = StreamsBody.read(Recordings.page(name));

        assertThat(page.rows()).hasSize(rows).allMatch(StreamRow::fits);
        assertThat(page.cursor()).isNotNull();
    }

    @Test
    void fieldsOfFormerYearsAreKept() {
        StreamsBody page = StreamsBody.read(Recordings.page("helix_streams_2019-03-12.json"));

        assertThat(page.rows())
                .allSatisfy(row -> assertThat(row.extra()).startsWith("{\"community_ids\""))
                .filteredOn(row -> row.gameId().isEmpty())
                .singleElement()
                .satisfies(row -> assertThat(row.viewerCount()).isEqualTo(8342));
    }

    @Test
    void oneDamagedRowDoesNotCostThePage() {
        List<StreamRow> rows = StreamsBody.read(Recordings.page("malformed/helix_streams_20230924T170029Z_edited.json"))
                .rows();

        assertThat(rows).hasSize(100);
        assertThat(rows.get(0).problem()).isEqualTo("viewer_count is an array, expected a whole number");
        assertThat(rows.get(0).raw()).startsWith("{").endsWith("}").contains("last_updated");
        assertThat(rows.subList(1, 100)).allMatch(StreamRow::fits);
        assertThat(rows.stream().skip(1).mapToLong(StreamRow::viewerCount).sum())
                .isEqualTo(1_257_394);
    }

    @Test
    void aBareArrayIsRefusedAsAWhole() {
        byte[] body = Recordings.page("helix_streams_2025-05-20_bare_array.json");

        assertThatThrownBy(() -> StreamsBody.read(body))
                .isInstanceOf(BodyException.class)
                .hasMessage("is an array, expected an object with 'data'");
    }

    @Test
    void aPageOfTheFormerApiIsRefusedAsAWhole() {
        byte[] body = Recordings.page("kraken_streams_2019-01-25.json");

        assertThatThrownBy(() -> StreamsBody.read(body))
                .isInstanceOf(BodyException.class)
                .hasMessage("has the fields [_total, streams, _links], expected 'data'");
    }
}
