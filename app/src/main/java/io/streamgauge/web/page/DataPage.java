package io.streamgauge.web.page;

import java.util.List;

/**
 * How well the data is known and how collecting and computing went.
 *
 * @param staleness what is wrong with the newest snapshot's age, empty where nothing is
 * @param days the calendar of slots, the newest day first; empty before the first slot
 * @param troubles slots of those days without a complete snapshot, neighbours of one kind together, the newest first
 * @param crawl what the newest complete snapshot's crawl did, empty before the first
 * @param broken expectations that were not met, worst first
 * @param met how many others were
 */
public record DataPage(
        Layout layout,
        List<Figure> figures,
        String staleness,
        List<SlotCalendar.Day> days,
        List<SlotCalendar.Trouble> troubles,
        List<Fact> crawl,
        List<Run> runs,
        List<Broken> broken,
        String met) {

    /** @param fields where the crawl's record in the API has the value's figures, in their order, with spaces between */
    public record Fact(String name, String value, String fields) {}

    /** @param outcome {@code done}, or {@code failed} and why */
    public record Run(
            String began,
            String what,
            String days,
            String snapshots,
            String rows,
            String took,
            String attempt,
            String outcome,
            boolean isFailed) {}

    /**
     * An expectation that was not met.
     *
     * @param consequence what that does
     */
    public record Broken(
            String sentence, String consequence, String snapshots, String broken, String last, String detail) {}
}
