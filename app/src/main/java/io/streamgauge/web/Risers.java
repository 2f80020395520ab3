package io.streamgauge.web;

import io.streamgauge.analytics.Analytics;
import io.streamgauge.analytics.Period;
import io.streamgauge.analytics.Rising;
import java.util.Optional;

/** Who gained most, among the most watched of two periods. */
record Risers(Analytics analytics, Period period, int most) {

    static final int USUAL = 5;
    static final int MOST = 100;

    /** @param category only what was streamed in it counts; empty for all */
    Rising channels(Period before, Optional<String> category) {
        return analytics.risingChannels(period, before, category, most);
    }

    Rising categories(Period before) {
        return analytics.risingCategories(period, before, most);
    }
}
