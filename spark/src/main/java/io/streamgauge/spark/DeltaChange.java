package io.streamgauge.spark;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * What makes a Delta table that of another state.
 *
 * @param parts those to replace, also by nothing
 * @param files the files of the lake that hold the rows of these parts
 * @param isWhole whether the table is written anew, with whatever columns it has now
 */
record DeltaChange(Set<String> parts, List<Path> files, boolean isWhole) {

    boolean isNone() {
        return parts.isEmpty() && !isWhole;
    }
}
