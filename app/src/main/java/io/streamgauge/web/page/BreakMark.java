package io.streamgauge.web.page;

import io.streamgauge.analytics.Period;
import io.streamgauge.web.breaks.Break;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * A break in counting that a chart crosses.
 *
 * @param x where it lies on the time axis
 * @param y how far below the top its label stands, in pixels, so that neighbours do not cover each other
 * @param isLate whether it lies in the later half, where its label has room on its left
 * @param when its time, in UTC
 */
public record BreakMark(String x, int y, boolean isLate, String when, String title, String href) {

    public static final String PATH = "/breaks";

    private static final int LABELS_BELOW_EACH_OTHER = 4;
    private static final int LABEL_HEIGHT = 16;

    static List<BreakMark> of(List<Break> breaks, Period period, Plot plot) {
        List<BreakMark> marks = new ArrayList<>();
        Instant middle = period.from().plusSeconds(period.seconds() / 2);
        for (Break each : breaks) {
            if (each.at().isAfter(period.from()) && each.at().isBefore(period.to())) {
                marks.add(new BreakMark(
                        plot.position(each.at()),
                        LABEL_HEIGHT * (1 + marks.size() % LABELS_BELOW_EACH_OTHER),
                        each.at().isAfter(middle),
                        when(each),
                        each.title(),
                        PATH + "#" + each.id()));
            }
        }
        return marks;
    }

    /** Its day, and the clock's time where it has one. */
    static String when(Break each) {
        boolean isDay = each.at().atZone(ZoneOffset.UTC).toLocalTime().equals(LocalTime.MIDNIGHT);
        return isDay ? Times.date(each.at()) : Times.date(each.at()) + ", " + Times.clock(each.at()) + " UTC";
    }
}
