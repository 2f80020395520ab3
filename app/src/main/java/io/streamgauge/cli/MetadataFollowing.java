package io.streamgauge.cli;

import io.streamgauge.engine.EngineException;
import io.streamgauge.lake.LakeException;
import io.streamgauge.metadata.MetadataListener;
import io.streamgauge.metadata.MetadataResult;
import io.streamgauge.twitch.TwitchException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches metadata in the background after a snapshot has landed, one call after the other, so that crawls keep nearly all of
 * the rate limit. A failure is said in the log and waits for the next landing; nothing else depends on it.
 */
final class MetadataFollowing implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MetadataFollowing.class);
    private static final long MOST_SECONDS_TO_END = 5;

    private final Metadata metadata;
    private final Runnable learnt;
    private final AtomicBoolean asked = new AtomicBoolean();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread made = new Thread(task, "metadata");
        made.setDaemon(true);
        return made;
    });

    /**
     * @param metadata null where none is to be fetched; closed with this
     * @param learnt told when something was fetched that the tables lack
     */
    MetadataFollowing(Metadata metadata, Runnable learnt) {
        this.metadata = metadata;
        this.learnt = learnt;
    }

    /** Asks for a round soon; several that wait are one. */
    void landed() {
        if (metadata != null && asked.compareAndSet(false, true)) {
            thread.execute(this::fetch);
        }
    }

    private void fetch() {
        asked.set(false);
        try {
            MetadataResult result = metadata.fetch(MetadataListener.SILENT);
            if (result.fetched() > 0) {
                LOG.info("{}", MetadataCommand.sentence(result));
                learnt.run();
            }
        } catch (TwitchException | LakeException | EngineException e) {
            LOG.warn("The categories' metadata is not up to date: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("The categories' metadata is not up to date", e);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(MOST_SECONDS_TO_END, TimeUnit.SECONDS)) {
                LOG.warn("A call for metadata is left unanswered");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (metadata != null) {
            metadata.close();
        }
    }
}
