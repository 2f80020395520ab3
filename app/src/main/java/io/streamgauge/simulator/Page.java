package io.streamgauge.simulator;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows that answer one call.
 *
 * @param numbers those of the rows that the page shows
 * @param cursor empty at the end of the list
 */
record Page(Rows rows, List<Integer> numbers, String cursor) {

    /** The page that begins at a row or, where the query does not admit it, at the next one that it admits. */
    static Page of(Rows rows, int start, StreamsQuery query) {
        List<Integer> numbers = new ArrayList<>(query.first());
        for (int row = start; row < rows.size(); row++) {
            if (query.admits(rows, row)) {
                if (numbers.size() == query.first()) {
                    return new Page(rows, numbers, rows.cursor(numbers.get(0), numbers.get(numbers.size() - 1)));
                }
                numbers.add(row);
            }
        }
        return new Page(rows, numbers, "");
    }

    boolean goesOn() {
        return !cursor.isEmpty();
    }

    /** The same page with fewer rows, its cursor going on behind them. */
    Page cutTo(int count) {
        List<Integer> fewer = numbers.subList(0, count);
        return new Page(rows, fewer, rows.cursor(fewer.get(0), fewer.get(count - 1)));
    }

    /** A page without rows whose cursor leads to the rows of this one. */
    Page emptied() {
        return new Page(rows, List.of(), rows.cursorTo(numbers.get(0)));
    }

    Page with(String otherCursor) {
        return new Page(rows, numbers, otherCursor);
    }
}
