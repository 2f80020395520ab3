package io.streamgauge.analytics;

import io.streamgauge.lake.CitedAnswers;
import java.util.Optional;

/** Citations in a lake, as long as they take no more than their share of the disk. */
public final class LakeCitations implements Citations {

    private final CitedAnswers answers;
    private final long mostBytes;

    public LakeCitations(CitedAnswers answers, long mostBytes) {
        this.answers = answers;
        this.mostBytes = mostBytes;
    }

    @Override
    public Optional<byte[]> find(String question) {
        return answers.find(question);
    }

    @Override
    public boolean keep(String question, byte[] answer) {
        if (find(question).isPresent()) {
            return true;
        }
        if (answers.bytes() + answer.length > mostBytes) {
            return false;
        }
        answers.keep(question, answer);
        return true;
    }
}
