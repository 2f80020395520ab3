package io.streamgauge.engine;

import io.streamgauge.lake.LakeException;
import io.streamgauge.lake.Publication;
import io.streamgauge.lake.Run;
import io.streamgauge.lake.RunHistory;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;

/** Notes what a run does, and keeps it with how the run ended. Runs that found nothing to do are not kept. */
final class RunLog {

    private final TreeSet<LocalDate> days = new TreeSet<>();
    private int snapshots;
    private long rows;
    private String version;

    private RunLog() {}

    static <T> T of(String kind, RunHistory history, Clock clock, Function<RunLog, T> task) {
        RunLog log = new RunLog();
        Instant start = clock.instant();
        try {
            T result = task.apply(log);
            if (!log.days.isEmpty() || log.version != null) {
                history.add(log.run(kind, start, clock.instant(), Run.DONE, null, attempt(history)));
            }
            return result;
        } catch (RuntimeException e) {
            try {
                history.add(log.run(kind, start, clock.instant(), Run.FAILED, reason(e), attempt(history)));
            } catch (LakeException unkept) {
                e.addSuppressed(unkept);
            }
            throw e;
        }
    }

    /** The run works on these days. */
    void touches(Collection<LocalDate> dates) {
        days.addAll(dates);
    }

    void tookIn(int number) {
        snapshots += number;
    }

    void published(Publication publication, long rowsWritten) {
        version = publication.version();
        rows += rowsWritten;
    }

    private Run run(String kind, Instant start, Instant end, String outcome, String reason, int attempt) {
        return new Run(kind, start, end, attempt, outcome, reason, snapshots, List.copyOf(days), rows, version);
    }

    private static int attempt(RunHistory history) {
        int failed = 0;
        for (Run run : history.all()) {
            if (!run.outcome().equals(Run.FAILED)) {
                break;
            }
            failed++;
        }
        return failed + 1;
    }

    private static String reason(RuntimeException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
