package io.streamgauge.simulator;

/** Faults of the language filter. */
final class FilterFaults {
    private final Faults faults;

    FilterFaults(Faults faults) {
        this.faults = faults;
    }

    /** The query that is answered in place of this one. */
    StreamsQuery changed(StreamsQuery query, Call call) {
        return hasLanguage(query) && faults.strikes(Fault.FILTER_IGNORED, call) ? query.inAnyLanguage() : query;
    }

    boolean findsNothing(StreamsQuery query, Call call) {
        return hasLanguage(query) && faults.strikes(Fault.FILTER_EMPTY, call);
    }

    private static boolean hasLanguage(StreamsQuery query) {
        return !query.languages().isEmpty();
    }
}
