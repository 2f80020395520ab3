package io.streamgauge.web;

import io.streamgauge.analytics.Analytics;
import io.streamgauge.analytics.DataHealth;
import io.streamgauge.analytics.Grain;
import io.streamgauge.analytics.PeriodName;
import io.streamgauge.analytics.Status;
import io.streamgauge.web.page.DataFigures;
import io.streamgauge.web.page.DataPage;
import io.streamgauge.web.page.SlotCalendar;
import java.util.Optional;

/** Makes the page that says how well the data is known and how collecting and computing went. */
final class DataPages {

    static final String PATH = "/data";

    private final Analytics analytics;
    private final Frame frame;

    DataPages(Analytics analytics, Frame frame) {
        this.analytics = analytics;
        this.frame = frame;
    }

    DataPage page(Parameters parameters) {
        Status status = analytics.status();
        DataHealth health = analytics.health();
        DataFigures figures = new DataFigures(status, health);
        return new DataPage(
                frame.at(PATH, "Data", status, parameters.given(View.carried())),
                figures.figures(window(status, PeriodName.LAST_DAY), window(status, PeriodName.LAST_WEEK)),
                figures.staleness(),
                SlotCalendar.days(health),
                SlotCalendar.troubles(health),
                figures.crawl(),
                figures.runs(),
                figures.broken(),
                figures.met());
    }

    private Optional<DataFigures.Window> window(Status status, PeriodName window) {
        return status.newest()
                .map(newest -> new DataFigures.Window(
                        window.text().replace('-', ' '),
                        analytics
                                .totals(analytics.period(window, Optional.empty()), Grain.DAY)
                                .meta(),
                        Api.ROOT + "/totals?period=" + window.text() + "&grain=" + Grain.DAY.text()));
    }
}
