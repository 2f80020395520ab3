package io.streamgauge;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.model.Models;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The dictionary tells every expectation in the words of its file. */
class ExpectationsPageTest {

    @Test
    void theTableTellsEveryCheck() {
        List<List<String>> table = MarkdownTable.under("## Expectations", Repository.read("docs/dictionary.md"));

        assertThat(table)
                .containsExactlyElementsOf(Models.packed().checks().stream()
                        .map(check -> List.of(
                                "`" + check.name() + "`", check.severity().text(), check.sentence()))
                        .toList());
    }
}
