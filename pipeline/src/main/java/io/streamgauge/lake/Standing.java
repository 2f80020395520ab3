package io.streamgauge.lake;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What holds for a state as a whole, besides its files.
 *
 * @param detailFrom the first day whose observations are kept, or null where all are
 */
public record Standing(ModelCover cover, LocalDate detailFrom, Forgotten forgotten) {

    public static final Standing NEW = new Standing(ModelCover.NONE, null, Forgotten.NOBODY);

    public Standing {
        cover = cover == null ? ModelCover.NONE : cover;
        forgotten = forgotten == null ? Forgotten.NOBODY : forgotten;
    }

    public Standing with(ModelCover other) {
        return new Standing(other, detailFrom, forgotten);
    }

    public Standing withDetailFrom(LocalDate date) {
        return new Standing(cover, date, forgotten);
    }

    public Standing with(Forgotten other) {
        return new Standing(cover, detailFrom, other);
    }

    /** The first day whose observations are kept, empty where all are. */
    public Optional<LocalDate> firstDetailed() {
        return Optional.ofNullable(detailFrom);
    }
}
