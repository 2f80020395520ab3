package io.streamgauge.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NumbersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 0",
                "12.5 | 12.5",
                "99 | 99",
                "412.6 | 413",
                "98412 | 98,412",
                "99999.4 | 99,999",
                "99999.5 | 100 k",
                "412345 | 412 k",
                "999600 | 1.00 M",
                "2410000 | 2.41 M",
                "57912345 | 57.9 M",
                "386000000 | 386 M",
                "1204000000 | 1.20 bn",
                "7.3e15 | 7300 tn"
            })
    void roundedKeepsWhatMatters(double value, String text) {
        assertThat(Numbers.rounded(value).replace(Numbers.NARROW_SPACE, " ")).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0 | 0.0 %", "0.0001 | < 0.1 %", "0.5154 | 51.5 %", "0.9999 | 99.9 %", "1 | 100 %"})
    void percentNeverClaimsAllOrNothing(double share, String text) {
        assertThat(Numbers.percent(share).replace(Numbers.NARROW_SPACE, " ")).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0 | 0", "500 | 500", "1500 | 1.5 k", "500000 | 500 k", "2500000 | 2.5 M", "30000000 | 30 M"})
    void axisLabelsAreShort(double value, String text) {
        assertThat(Numbers.axis(value).replace(Numbers.NARROW_SPACE, " ")).isEqualTo(text);
    }
}
