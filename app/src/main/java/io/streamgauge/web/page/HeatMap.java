package io.streamgauge.web.page;

import java.util.List;

/**
 * A figure at each hour of the week, a row for each day and a column for each hour, in a box of 24 by 7.
 *
 * @param summary what it shows, in a sentence
 * @param unknown the crosses over hours of which nothing is known, as a path
 * @param low and {@code high}: what the lightest and the darkest colour stand for, empty where nothing is known
 * @param table the figures, a row for each hour and a column for each day
 */
public record HeatMap(
        String title,
        String summary,
        List<Day> days,
        String unknown,
        String low,
        String high,
        List<List<String>> table) {

    /** Colours besides that of nothing, which is 0. */
    public static final int LEVELS = 7;

    /** @param y where its row begins */
    public record Day(int y, List<Cell> cells) {}

    public record Cell(int x, int level, String title) {}

    public boolean hasUnknown() {
        return !unknown.isEmpty();
    }
}
