package io.streamgauge.engine;

import io.streamgauge.lake.LakeException;
import io.streamgauge.lake.Ledger;
import io.streamgauge.lake.Publication;
import io.streamgauge.lake.SnapshotFormat;
import io.streamgauge.lake.Standing;
import io.streamgauge.lake.Store;
import io.streamgauge.model.Models;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What every run that works on the tables works with. */
final class Workshop {

    final Store store;
    final Ledger ledger;
    final SnapshotFormat format;
    final Models models;
    final Engine engine;
    final Path scratch;
    final Map<String, String> versions;

    Workshop(Store store, Ledger ledger, SnapshotFormat format, Models models, Engine engine, Path scratch) {
        this.store = store;
        this.ledger = ledger;
        this.format = format;
        this.models = models;
        this.engine = engine;
        this.scratch = scratch;
        this.versions = ModelVersions.of(models);
    }

    /** The next state, going on from a published one. */
    Draft draft(Optional<Publication> base) {
        return Draft.on(ledger, base, versions);
    }

    Work work() {
        return new Work(engine, store, scratch);
    }

    Batch batch(Draft draft, Work work, Optional<Instant> newestToCome) {
        return new Batch(models, draft, store, work, newestToCome);
    }

    Labels labels(Draft draft, Work work) {
        return new Labels(models, draft, work, store);
    }

    Intake intake(Optional<Publication> base) {
        Standing standing = base.map(Publication::standing).orElse(Standing.NEW);
        return new Intake(store, format, scratch, standing.forgotten());
    }

    Publication publish(Draft draft) {
        return draft.publish()
                .orElseThrow(() -> new LakeException("Another transform has published in " + store
                        + " meanwhile; this one has changed nothing, run it again"));
    }
}
