package io.streamgauge.web.breaks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BreaksTest {

    private static final String GOOD =
            "{'at':'2023-05-01','title':'T','change':'c','effect':'e','source':'https://a.example/b'}";

    @Test
    void shippedOnesHoldTheBotPurgeOfAugust2025() {
        assertThat(Breaks.shipped())
                .isNotEmpty()
                .extracting(Break::id)
                .contains("2025-08-21-detection-of-viewbots")
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "nonsense | it is no JSON: ",
                "{} | it holds no array, expected an array of at most 200 objects",
                "[1] | entry 1 is no object",
                "[GOOD, {'when':'x'}] | entry 2 has an unknown field 'when'",
                "[{'at':'2023-13-01'}] | entry 1 has '2023-13-01' in 'at', expected a date like 2025-08-21",
                "[{'at':5}] | entry 1 lacks 'at', expected the text fields at, change, effect, source, title",
                "[{'at':'2023-05-01','title':' '}] | entry 1 lacks 'title'",
                "[{'at':'2023-05-01','title':'T','change':'c','effect':'e','source':'javascript:alert(1)'}]"
                        + " | entry 1 has 'javascript:alert(1)' in 'source', expected an address",
                "[{'at':'2023-05-01','title':'T','change':'c','effect':'e','source':'https://a b'}]"
                        + " | entry 1 has 'https://a b' in 'source', expected an address"
            })
    void whatCannotBeUsedIsRefusedByItsPlace(String text, String message) {
        String json = text.replace("GOOD", GOOD).replace('\'', '"');

        assertThatThrownBy(() -> Breaks.read(json))
                .isInstanceOf(UnusableBreaksException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void aFileThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> Breaks.shippedAnd(Path.of("nowhere", "breaks.json")))
                .isInstanceOf(UnusableBreaksException.class)
                .hasMessage("it cannot be read, expected a file of JSON");
    }
}
