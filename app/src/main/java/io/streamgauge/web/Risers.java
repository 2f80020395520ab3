package io.streamgauge.web;

import io.streamgauge.analytics.Analytics;
import io.streamgauge.analytics.Period;
import io.streamgauge.analytics.Rising;

/** Who gained most, among the most watched of two periods. */
record Risers(Analytics analytics, Period period, int most) {

    static final int USUAL = 5;
    static final int MOST = 100;

    Rising channels(Period before) {
        return analytics.risingChannels(period, before, most);
    }

    Rising categories(Period before) {
        return analytics.risingCategories(period, before, most);
    }
}
