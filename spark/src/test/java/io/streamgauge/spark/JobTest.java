package io.streamgauge.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JobTest {

    @Test
    void knowsWhatIsNotSaid() {
        assertThat(Job.of("--lake", "/lake", "--scratch", "/scratch"))
                .contains(new Job(
                        Path.of("/lake"),
                        Path.of("/scratch"),
                        Path.of("/scratch/checkpoint"),
                        "dev",
                        Optional.empty(),
                        false));
    }

    @Test
    void deltaTablesMayLieInABucket() {
        assertThat(Job.of(
                        "--lake",
                        "/lake",
                        "--scratch",
                        "/scratch",
                        "--delta",
                        "s3://bucket/delta/",
                        "--rebuild",
                        "yes",
                        "--env",
                        "prod",
                        "--checkpoint",
                        "/far"))
                .contains(new Job(
                        Path.of("/lake"),
                        Path.of("/scratch"),
                        Path.of("/far"),
                        "prod",
                        Optional.of("s3://bucket/delta"),
                        true));
        assertThat(Job.of("--lake", "/lake", "--scratch", "/scratch", "--delta", "/delta")
                        .flatMap(Job::delta))
                .contains("file:///delta");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--lake /lake",
                "--lake /lake --scratch",
                "--lake s3://bucket/lake --scratch /scratch",
                "--lake /lake --scratch /scratch --checkpoint s3://bucket/far",
                "--lake /lake --scratch /scratch --rebuild maybe",
                "--lake /lake --lake /other --scratch /scratch",
                "--lake /lake --scratch /scratch --colour blue"
            })
    void whatItDoesNotKnowItRefuses(String arguments) {
        assertThat(Job.of(arguments.split(" "))).isEmpty();
    }
}
