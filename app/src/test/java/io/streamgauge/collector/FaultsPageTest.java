package io.streamgauge.collector;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.MarkdownTable;
import io.streamgauge.Repository;
import io.streamgauge.simulator.Fault;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The documentation tells what becomes of every fault, and by which test that is known. */
final class FaultsPageTest {

    private static final List<List<String>> ROWS =
            MarkdownTable.under("# What becomes of Twitch's faults", Repository.read("docs/faults.md"));

    @Test
    void everyFaultHasItsRow() {
        assertThat(ROWS)
                .flatExtracting(row -> MarkdownTable.code(row.get(0)))
                .containsExactlyElementsOf(
                        Arrays.stream(Fault.values()).map(Fault::name).toList());
    }

    @Test
    void everyRowSaysWhatIsDoneWhatComesOfItAndWhereThatIsTested() {
        for (List<String> row : ROWS) {
            assertThat(row).hasSize(4).doesNotContain("");
            List<String> tests = MarkdownTable.code(row.get(3));
            assertThat(tests).as(row.get(0)).isNotEmpty();
            for (String test : tests) {
                assertThat(Repository.read("app/src/test/java/io/streamgauge/collector/" + test + ".java"))
                        .as(test)
                        .contains(MarkdownTable.code(row.get(0)).get(0));
            }
        }
    }
}
