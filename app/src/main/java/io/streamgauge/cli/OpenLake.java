package io.streamgauge.cli;

import io.streamgauge.lake.BorrowedLanding;
import io.streamgauge.lake.LakeOwner;
import io.streamgauge.lake.Landing;
import io.streamgauge.lake.Ledger;
import io.streamgauge.lake.ReadOnlyStore;
import io.streamgauge.lake.Store;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** A lake and a scratch folder to work on it. */
final class OpenLake implements AutoCloseable {

    private final List<Store> opened = new ArrayList<>();
    private final Scratch scratch;
    private final Store store;
    private final Ledger ledger;

    private OpenLake(Places places, Clock clock, Opening opening) {
        this.scratch = Scratch.open(places.scratch());
        try {
            this.store = opening.open(this);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
        this.ledger = new Ledger(store, clock, scratch.folder());
    }

    private interface Opening {
        Store open(OpenLake lake);
    }

    /** For writing, by the environment that it belongs to; made where it is missing, and that environment's from then on. */
    static OpenLake toWrite(Places places, Clock clock) {
        return new OpenLake(places, clock, lake -> {
            Store own = lake.closed(places.lake().open(clock));
            LakeOwner.claim(own, places.environment(), lake.scratch());
            return lake.withBorrowed(own, places, clock);
        });
    }

    /** For writing; it must be there already. */
    static OpenLake toChange(Places places, Clock clock) {
        requireThere(places);
        return toWrite(places, clock);
    }

    /** For reading, whomever it belongs to; it must be there already. */
    static OpenLake toRead(Places places, Clock clock) {
        requireThere(places);
        return new OpenLake(
                places,
                clock,
                lake -> ReadOnlyStore.of(
                        lake.withBorrowed(lake.closed(places.lake().openToRead(clock)), places, clock)));
    }

    /** For reading what is there and what will be; for keeping citations too where the lake is this environment's. */
    static OpenLake toFollow(Places places, Clock clock) {
        return places.lake().mayExist() && !isOwn(places, clock) ? toRead(places, clock) : toWrite(places, clock);
    }

    private static boolean isOwn(Places places, Clock clock) {
        Store store = places.lake().openToRead(clock);
        try {
            return places.lake().isWritable()
                    && LakeOwner.of(store)
                            .filter(owner ->
                                    owner.refusal(store, places.environment()).isEmpty())
                            .isPresent();
        } finally {
            store.close();
        }
    }

    boolean isReadOnly() {
        return store instanceof ReadOnlyStore;
    }

    private static void requireThere(Places places) {
        if (!places.lake().mayExist()) {
            throw new CommandException("There is no lake in " + places.lake()
                    + ": 'streamgauge collect' and 'streamgauge transform' make one, or name another with --lake");
        }
    }

    private Store withBorrowed(Store own, Places places, Clock clock) {
        return places.landingFrom()
                .map(other -> BorrowedLanding.of(own, closed(other.openToRead(clock)), scratch()))
                .orElse(own);
    }

    /** Remembers to close it. */
    private Store closed(Store other) {
        opened.add(other);
        return other;
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
        opened.forEach(Store::close);
        scratch.close();
    }
}
