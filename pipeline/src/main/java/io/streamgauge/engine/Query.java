package io.streamgauge.engine;

import java.util.LinkedHashMap;
import java.util.List;

/**
 * A select, the relations that it reads and the order of its result.
 *
 * @param inputs relations by name; a text stands after those that it reads
 * @param order columns that sort the result, empty where order is of no matter
 */
public record Query(String sql, LinkedHashMap<String, Relation> inputs, List<String> order) {

    /** The same rows as they come: for what is put in order later, together with other rows. */
    Query unordered() {
        return new Query(sql, inputs, List.of());
    }
}
