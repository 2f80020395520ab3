package io.streamgauge.cli;

import io.streamgauge.engine.EngineException;
import io.streamgauge.engine.Keeping;
import io.streamgauge.engine.Plan;
import io.streamgauge.engine.Span;
import io.streamgauge.engine.TransformListener;
import io.streamgauge.engine.TransformResult;
import io.streamgauge.engine.Transformer;
import io.streamgauge.lake.LakeException;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the tables up to date beside the crawl whenever something has landed. A failure waits for the next landing. */
final class Following implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Following.class);
    private static final long MOST_SECONDS_TO_END = 15;

    private final Transformer transformer;
    private final Keeping keeping;
    private final AtomicBoolean asked = new AtomicBoolean();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> new Thread(task, "transform"));

    /** @param keeping what is let go of after each update */
    Following(Transformer transformer, Keeping keeping) {
        this.transformer = transformer;
        this.keeping = keeping;
    }

    /** Asks for an update soon; several that wait are one. */
    void landed() {
        if (asked.compareAndSet(false, true)) {
            thread.execute(this::update);
        }
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(MOST_SECONDS_TO_END, TimeUnit.SECONDS)) {
                LOG.warn("The transform that is under way is left; the next start takes it up");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void update() {
        asked.set(false);
        try {
            TransformResult result = transformer.update(Span.EVER, new Said());
            result.setApart().forEach(entry -> LOG.warn(TransformCommand.sentence(entry)));
            TransformCommand.sentence(transformer.retain(keeping)).ifPresent(LOG::info);
            result.aside().forEach(file -> LOG.warn(TransformCommand.sentence(file)));
        } catch (LakeException | EngineException e) {
            LOG.error("The tables are not up to date: {}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("The tables are not up to date", e);
        }
    }

    /** Says in the log what is computed anew; new snapshots are nothing to speak of. */
    private static final class Said implements TransformListener {

        @Override
        public void day(LocalDate date, int snapshots, int done, int total) {}

        @Override
        public void plans(Plan plan) {
            if (!plan.isEmpty()) {
                TransformProgress.sentences(plan).forEach(LOG::info);
            }
        }

        @Override
        public void relabels(List<LocalDate> dates) {
            LOG.info(TransformProgress.relabelling(dates));
        }

        @Override
        public void recomputed(List<LocalDate> dates, int done, int total) {
            LOG.info("Recomputed {} ({} of {} days)", TransformProgress.words(dates), done, total);
        }
    }
}
