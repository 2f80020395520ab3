package io.streamgauge.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.lake.CitedAnswers;
import io.streamgauge.lake.LocalStore;
import io.streamgauge.lake.Store;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CitedAnswersTest {

    @TempDir
    Path folder;

    @Test
    void theFirstAnswerStays() {
        CitedAnswers answers = answers();
        answers.keep("v1 /channels", bytes("one\ntwo"));
        answers.keep("v1 /channels", bytes("another"));

        assertThat(answers.find("v1 /channels")).hasValue(bytes("one\ntwo"));
        assertThat(answers.find("v2 /channels")).isEmpty();
        assertThat(answers.bytes()).isPositive();
    }

    @Test
    void whatTellsOfAForgottenChannelGoesAndNothingElse() {
        CitedAnswers answers = answers();
        answers.keep("v1 /channels", bytes("<a href=\"/channels/4711\">Anna</a>"));
        answers.keep("v1 /channels/4711", bytes("no number here"));
        answers.keep("v1 /categories", bytes("47110 and 14711 viewers"));

        assertThat(answers.forget("4711")).isEqualTo(2);
        assertThat(answers.find("v1 /channels")).isEmpty();
        assertThat(answers.find("v1 /categories")).isPresent();
    }

    private CitedAnswers answers() {
        Store store = LocalStore.open(folder.resolve("lake"));
        return new CitedAnswers(store, folder.resolve("scratch"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
