package io.streamgauge.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunHistoryTest {

    private static final Instant START = Instant.parse("2026-01-05T10:00:00.500Z");

    @TempDir
    Path folder;

    @Test
    void keepsTheLastTwoHundredRuns() {
        Store store = LocalStore.open(folder.resolve("lake"));
        RunHistory history = new RunHistory(store, folder.resolve("scratch"));
        for (int number = 0; number < 203; number++) {
            history.add(run(number));
        }

        assertThat(history.last(2)).containsExactly(run(202), run(201));
        assertThat(history.all()).hasSize(200).last().isEqualTo(run(3));
        assertThat(store.list("ledger/runs/")).hasSize(200);
    }

    private static Run run(int number) {
        Instant start = START.plusSeconds(60L * number);
        return new Run(
                "transform",
                start,
                start.plusSeconds(5),
                1,
                Run.DONE,
                null,
                number,
                List.of(LocalDate.parse("2026-01-05")),
                100,
                "v" + number);
    }
}
