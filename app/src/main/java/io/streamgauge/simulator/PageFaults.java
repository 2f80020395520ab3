package io.streamgauge.simulator;

import java.util.Optional;

/** Faults of pages and of the cursors between them. Lookups of channels have no pages, and so none of these. */
final class PageFaults {
    private final Faults faults;

    PageFaults(Faults faults) {
        this.faults = faults;
    }

    /** @throws Refusal if the good cursor of this call is refused */
    void checkCursor(StreamsQuery query, Call call) {
        boolean hasCursor = query.after().or(query::before).isPresent();
        if (hasCursor && faults.strikes(Fault.INVALID_CURSOR, call)) {
            throw new Refusal(400, "invalid cursor");
        }
    }

    /** Where the page begins that should begin at {@code start}. */
    int start(Rows rows, int start, StreamsQuery query, Call call) {
        if (query.after().isEmpty() || start == 0 || query.isLookup()) {
            return start;
        }
        Optional<Strike> strike = faults.strike(Fault.DUPLICATE_ROWS, call);
        int again = strike.map(dice -> dice.between(1, Math.max(1, query.first() / 10)))
                .orElse(0);
        int row = start;
        while (again > 0 && row > 0) {
            row--;
            again -= query.admits(rows, row) ? 1 : 0;
        }
        return row;
    }

    Page changed(Page page, StreamsQuery query, Call call) {
        if (query.isLookup() || page.numbers().isEmpty()) {
            return page;
        }
        return page.goesOn() ? changedMidList(page, query, call) : changedAtEnd(page, call);
    }

    private Page changedAtEnd(Page page, Call call) {
        return faults.strikes(Fault.WRAP, call) ? page.with(page.rows().cursorToStart()) : page;
    }

    private Page changedMidList(Page page, StreamsQuery query, Call call) {
        if (faults.strikes(Fault.EMPTY_PAGE, call)) {
            return page.emptied();
        }
        if (faults.strikes(Fault.EARLY_END, call)) {
            return page.with("");
        }
        if (faults.strikes(Fault.WRAP_MID_LIST, call)) {
            return page.with(page.rows().cursorToStart());
        }
        if (query.after().isPresent() && faults.strikes(Fault.REPEATED_CURSOR, call)) {
            return page.with(query.after().get());
        }
        Optional<Strike> half = faults.strike(Fault.HALF_CURSOR, call);
        if (half.isPresent()) {
            Page cut = page.cutTo(part(page, half.get()));
            return cut.with(HalfCursor.behind(cut));
        }
        return faults.strike(Fault.SHORT_PAGE, call)
                .map(strike -> page.cutTo(part(page, strike)))
                .orElse(page);
    }

    private static int part(Page page, Strike strike) {
        return Math.max(1, page.numbers().size() * strike.between(40, 60) / 100);
    }
}
