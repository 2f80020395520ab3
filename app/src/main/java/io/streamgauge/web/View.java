package io.streamgauge.web;

import io.javalin.http.Context;
import io.streamgauge.analytics.Analytics;
import io.streamgauge.analytics.RankedBy;
import io.streamgauge.analytics.Status;
import io.streamgauge.web.page.Address;
import io.streamgauge.web.page.Comparison;
import io.streamgauge.web.page.PeriodControl;
import io.streamgauge.web.page.ZonedTimes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
        Comparison comparison = Comparing.onPage(parameters, asked, status.now());
        Map<String, String> compared = parameters.given(List.of(Comparing.PARAMETER));
        Map<String, String> state = new LinkedHashMap<>(asked.parameters());
        state.putAll(compared);
        return new View(
                status,
                asked,
                by,
                comparison,
                bare.with(state),
                state,
                new PeriodControls(analytics, status.now(), asked, comparison, bare.with(compared)).control());
    }

    /** The parameters of the period, the zone and the comparison, which every link carries on. */
    static List<String> carried() {
        List<String> names = new ArrayList<>(AskedPeriod.PARAMETERS);
        names.add(Comparing.PARAMETER);
        return names;
    }

    /** Times in the zone asked for. */
    ZonedTimes times() {
        return new ZonedTimes(asked.zone());
    }

    /** The zone and the comparison alone, for links to another period. */
    Map<String, String> choices() {
        Map<String, String> choices = new LinkedHashMap<>(state);
        choices.keySet().retainAll(List.of("zone", Comparing.PARAMETER));
        return choices;
    }

    /** Another page over the same period. */
    Address to(String path) {
        return Address.of(path).with(state);
    }
}
