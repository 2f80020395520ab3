package io.streamgauge.simulator;

import java.util.Optional;

/** Get Streams. */
final class StreamsEndpoint implements Endpoint {
    private final Listings listings;
    private final FilterFaults filterFaults;
    private final Faults faults;
    private final PageFaults pageFaults;
    private final RowFaults rowFaults;

    StreamsEndpoint(Listings listings, Faults faults) {
        this.listings = listings;
        this.filterFaults = new FilterFaults(faults);
        this.faults = faults;
        this.pageFaults = new PageFaults(faults);
        this.rowFaults = new RowFaults(faults);
    }

    @Override
    public Reply answer(Call call) {
        StreamsQuery asked = StreamsQuery.of(call.query());
        Optional<Reply> nothingForEver = HalfCursor.answer(asked);
        return nothingForEver.isPresent() ? nothingForEver.get() : answer(asked, call);
    }

    private Reply answer(StreamsQuery asked, Call call) {
        Listings.Opening opening = listings.open(asked);
        pageFaults.checkCursor(asked, call);
        if (filterFaults.findsNothing(asked, call)) {
            return Reply.json(StreamJson.page(0, (place, json) -> {}, ""));
        }
        StreamsQuery query = filterFaults.changed(asked, call);
        Rows rows = StrangeRows.of(opening.rows(), faults);
        int start = pageFaults.start(rows, opening.start(), query, call);
        Page whole = Page.of(rows, start, query);
        if (!whole.goesOn()) {
            opening.atEnd().run();
        }
        Page page = pageFaults.changed(whole, query, call);
        return Reply.json(StreamJson.page(page.numbers().size(), rowFaults.writer(page, call), page.cursor()));
    }
}
