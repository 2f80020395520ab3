package io.streamgauge.engine;

import io.streamgauge.lake.DayLedger;
import io.streamgauge.lake.Ledger;
import io.streamgauge.lake.ModelCover;
import io.streamgauge.lake.Publication;
import io.streamgauge.lake.TableFile;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** One state of the lake's tables, published or in the making. */
public interface State {

    /** The days that hold anything, oldest first. */
    List<LocalDate> dates();

    DayLedger day(LocalDate date);

    /** The files of a table that belong to no day. */
    List<TableFile> periods(String table);

    /** The newest complete snapshot. */
    Optional<Instant> newestSnapshot();

    /** Which version of its model each table is of. */
    ModelCover cover();

    static State of(Ledger ledger, Publication publication) {
        return new State() {
            @Override
            public List<LocalDate> dates() {
                return List.copyOf(publication.days().keySet());
            }

            @Override
            public DayLedger day(LocalDate date) {
                return ledger.day(publication, date);
            }

            @Override
            public List<TableFile> periods(String table) {
                return publication.periods().getOrDefault(table, List.of());
            }

            @Override
            public Optional<Instant> newestSnapshot() {
                return publication.newestSnapshot();
            }

            @Override
            public ModelCover cover() {
                return publication.standing().cover();
            }
        };
    }
}
