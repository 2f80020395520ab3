package io.streamgauge.cli;

import io.streamgauge.lake.Landing;
import io.streamgauge.lake.Ledger;
import io.streamgauge.lake.LocalStore;
import io.streamgauge.lake.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/** A lake and a scratch folder to work on it. */
final class OpenLake implements AutoCloseable {

    private final Store store;
    private final Scratch scratch;
    private final Ledger ledger;

    private OpenLake(Store store, Scratch scratch, Clock clock) {
        this.store = store;
        this.scratch = scratch;
        this.ledger = new Ledger(store, clock, scratch.folder());
    }

    static OpenLake at(Places places, Clock clock) {
        return new OpenLake(LocalStore.open(places.lake()), Scratch.open(places.scratch()), clock);
    }

    /** A lake that must be there already: nothing is made where a command only reads. */
    static OpenLake existing(Places places, Clock clock) {
        if (!Files.exists(places.lake())) {
            throw new CommandException("There is no lake in " + places.lake()
                    + ": 'streamgauge collect' and 'streamgauge transform' make one, or name another with --lake");
        }
        return at(places, clock);
    }

    void requirePublished() {
        if (ledger.currentVersion().isEmpty()) {
            throw new CommandException("Nothing is published in " + store + " yet: run 'streamgauge transform'");
        }
    }

    Store store() {
        return store;
    }

    Ledger ledger() {
        return ledger;
    }

    Landing landing() {
        return new Landing(store);
    }

    Path scratch() {
        return scratch.folder();
    }

    @Override
    public void close() {
        scratch.close();
    }
}
