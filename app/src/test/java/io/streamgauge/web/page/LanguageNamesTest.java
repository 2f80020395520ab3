package io.streamgauge.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LanguageNamesTest {

    @ParameterizedTest
    @CsvSource({
        "de, German",
        "zh, Chinese",
        "zh-hk, Chinese (Hong Kong)",
        "asl, American Sign Language",
        "other, Other",
        "'', (none)",
        "x1, x1",
        "<b>, <b>"
    })
    void namesLanguagesInEnglish(String code, String name) {
        assertThat(LanguageNames.of(code)).isEqualTo(name);
    }
}
