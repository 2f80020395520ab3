package io.streamgauge.web;

import io.javalin.http.Context;
import io.streamgauge.analytics.Analytics;
import io.streamgauge.analytics.RankedBy;
import io.streamgauge.analytics.Status;
import io.streamgauge.web.page.Address;
import io.streamgauge.web.page.Comparison;
import io.streamgauge.web.page.PeriodControl;
import java.util.Map;

/**
 * What a request wants to see of the lake.
 *
 * @param address the page with its whole state but its place in a listing
 * @param state the part of the state that other pages take over
 */
record View(
        Status status,
        AskedPeriod asked,
        RankedBy by,
        Comparison comparison,
        Address address,
        Map<String, String> state,
        PeriodControl control) {

    static View of(Context context, Parameters parameters, Analytics analytics, Status status) {
        AskedPeriod asked = AskedPeriod.of(parameters, analytics);
        RankedBy by = RankingParameters.by(parameters);
        Address bare = Address.of(context.path());
        if (by != RankedBy.HOURS_WATCHED) {
            bare = bare.with("by", by.text());
        }
        for (String filter : RankingParameters.filtersOf(context.path())) {
            String value = parameters.text(filter).orElse(null);
            bare = value == null ? bare : bare.with(filter, value);
        }
        return new View(
                status,
                asked,
                by,
                Comparison.of(asked.period(), asked.name(), status.now()),
                bare.with(asked.parameters()),
                asked.parameters(),
                new PeriodControls(analytics, status.now(), asked, bare).control());
    }

    /** Another page over the same period. */
    Address to(String path) {
        return Address.of(path).with(state);
    }
}
