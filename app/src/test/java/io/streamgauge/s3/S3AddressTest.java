package io.streamgauge.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class S3AddressTest {

    @Test
    void hasABucketAndPerhapsAPrefix() {
        assertThat(S3Address.parse("s3://my-lakes")).isEqualTo(new S3Address("my-lakes", ""));
        assertThat(S3Address.parse("s3://my-lakes/")).isEqualTo(new S3Address("my-lakes", ""));
        assertThat(S3Address.parse("s3://my.lakes/a/lake=1/")).isEqualTo(new S3Address("my.lakes", "a/lake=1"));
        assertThat(S3Address.parse("s3://my-lakes/a")).hasToString("s3://my-lakes/a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s3://",
                "s3:///prefix",
                "s3:/lakes/prefix",
                "S3://lakes",
                "s3://Lakes",
                "s3://la",
                "s3://lakes//prefix",
                "s3://lakes/../other",
                "s3://lakes/a b",
                "gs://lakes/prefix",
                "lakes/prefix"
            })
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> S3Address.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("'" + text + "' is not an address in S3: expected s3://bucket/prefix");
    }
}
