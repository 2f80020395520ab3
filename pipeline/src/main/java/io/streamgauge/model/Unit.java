package io.streamgauge.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** In which steps a model is computed and kept. */
public enum Unit {
    /** Not kept: its text stands in for it wherever it is read. */
    VIEW,
    /** For each snapshot by itself; a closed day's snapshots lie in one file. */
    SNAPSHOT,
    /** For each hour; a closed day's hours lie in one file. */
    HOUR,
    /** For each UTC day. */
    DAY,
    /** For each UTC day before the newest snapshot's, from all that was before. */
    OVER,
    /** For each UTC day before the newest snapshot's, and anew where what was learnt of its categories has changed. */
    LABELLED,
    /** Of what was learnt of categories, when that has changed, all together. */
    LEARNT,
    /** For each calendar month, of the days of it before the newest snapshot's. */
    MONTH,
    /** For each hour, day, week and rolling window. */
    PERIOD,
    /** For the rolling windows alone. */
    ROLLING,
    /** For the seven days before the newest snapshot's, all together. */
    RECENT;

    static Optional<Unit> of(String text) {
        return Arrays.stream(values())
                .filter(unit -> unit.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst();
    }
}
