package io.streamgauge.engine;

import java.nio.file.Path;
import java.util.List;

/** What stands behind a name that a query reads. */
public sealed interface Relation {

    /** Rows of files, those of each part that its condition keeps; no parts at all is an empty relation. */
    record Files(List<Part> parts) implements Relation {}

    /** The rows of another text, which may read the names that were given before it. */
    record Text(String sql) implements Relation {}

    /**
     * Some files of one table.
     *
     * @param condition a condition over their columns, or null to keep every row
     * @param older whether an older model made them, so that they may lack columns, which then read as null
     */
    record Part(List<Path> files, String condition, boolean older) {

        public Part(List<Path> files, String condition) {
            this(files, condition, false);
        }
    }
}
