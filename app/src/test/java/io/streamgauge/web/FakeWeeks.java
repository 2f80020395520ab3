package io.streamgauge.web;

import io.streamgauge.analytics.About;
import io.streamgauge.analytics.HoursOfWeek;
import io.streamgauge.analytics.Meta;
import java.util.ArrayList;
import java.util.List;

/** A made-up week: busy evenings, quiet mornings, and one hour that nobody measured. */
final class FakeWeeks {

    private static final int UNKNOWN = 6 * 24 + 3;

    private FakeWeeks() {}

    /** @param share of the platform's viewers */
    static HoursOfWeek of(Meta meta, String zone, double share, About about) {
        boolean isChannel = about instanceof About.Channel;
        boolean isCategory = about instanceof About.Category;
        List<HoursOfWeek.Hour> hours = new ArrayList<>();
        for (int number = 0; number < 168; number++) {
            int hour = number % 24;
            boolean isKnown = number != UNKNOWN;
            double viewers = 2_310_000 * share * (1 + 0.3 * Math.sin((hour - 13.5) / 12 * Math.PI) + number / 2_000.0);
            double onAir = hour >= 18 ? 0.75 : hour == 17 ? 0.25 : 0;
            hours.add(new HoursOfWeek.Hour(
                    1 + number / 24,
                    hour,
                    isKnown ? 1 : 0,
                    isKnown && (!isChannel || onAir > 0) ? viewers : null,
                    isKnown && !isChannel ? viewers / 23.7 : null,
                    isKnown && isChannel ? onAir : null,
                    isKnown && isCategory ? viewers / 40 : null,
                    isKnown && isCategory ? viewers / 200 : null,
                    isKnown && isCategory ? 0.0 : null));
        }
        return new HoursOfWeek(meta, zone, hours);
    }
}
