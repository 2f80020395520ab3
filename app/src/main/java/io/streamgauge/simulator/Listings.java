package io.streamgauge.simulator;

/** Finds what a call pages over, and where its page begins. */
interface Listings {
    /** @throws Refusal if the query's cursor is none */
    Opening open(StreamsQuery query);

    /** @param atEnd to be run where the page is the last one */
    record Opening(Rows rows, int start, Runnable atEnd) {}
}
