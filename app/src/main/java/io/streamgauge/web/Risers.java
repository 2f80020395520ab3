package io.streamgauge.web;

import io.streamgauge.analytics.Analytics;
import io.streamgauge.analytics.Period;
import io.streamgauge.analytics.RankedBy;
import io.streamgauge.analytics.RankingQuery;
import io.streamgauge.analytics.Rising;

/** Who gained most, among the most watched of two periods. */
record Risers(Analytics analytics, Period period, int most) {

    static final int USUAL = 5;
    static final int MOST = 100;

    private static final RankingQuery LARGEST = RankingQuery.top(RankedBy.HOURS_WATCHED, RankingQuery.LARGEST_LIMIT);

    Rising channels(Period before) {
        return Rising.ofChannels(analytics.channels(period, LARGEST), analytics.channels(before, LARGEST), most);
    }

    Rising categories(Period before) {
        return Rising.ofCategories(analytics.categories(period, LARGEST), analytics.categories(before, LARGEST), most);
    }
}
