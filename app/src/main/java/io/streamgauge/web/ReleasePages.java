package io.streamgauge.web;

import io.streamgauge.analytics.Analytics;
import io.streamgauge.analytics.Period;
import io.streamgauge.analytics.Releases;
import io.streamgauge.web.page.Address;
import io.streamgauge.web.page.Coverage;
import io.streamgauge.web.page.FirstDays;
import io.streamgauge.web.page.LabelWords;
import io.streamgauge.web.page.Numbers;
import io.streamgauge.web.page.RankingTable;
import io.streamgauge.web.page.ReleaseRows;
import io.streamgauge.web.page.ReleasesPage;
import io.streamgauge.web.page.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Makes the page of games that came out in the twelve weeks before the end of a period, or within a longer one. */
final class ReleasePages {

    static final String PATH = "/releases";

    private static final Duration SHORTEST = Duration.ofDays(12 * 7);

    private final Analytics analytics;
    private final Frame frame;

    ReleasePages(Analytics analytics, Frame frame) {
        this.analytics = analytics;
        this.frame = frame;
    }

    ReleasesPage page(View view, Parameters parameters) {
        Period asked = view.asked().period();
        Period period = released(asked);
        Releases releases = analytics.releases(period, LabelApi.USUAL_RELEASES);
        Address api = Address.of(Api.ROOT + PATH)
                .with("from", period.from().toString())
                .with("to", period.to().toString());
        String words = "Games that were first released from " + Times.date(period.from()) + " to "
                + Times.date(period.to().minusSeconds(1));
        return new ReleasesPage(
                frame.around("New releases, " + view.control().label(), view).around(releases.meta()),
                LabelPages.siblings(view, "releases"),
                words + (period.equals(asked) ? "." : ": the twelve weeks up to the end of the period."),
                Coverage.known(releases.meta()),
                absence(releases),
                releases.rows().isEmpty() ? Optional.empty() : Optional.of(FirstDays.of(releases)),
                Releases.WEEKS,
                ReleaseRows.of(releases, id -> view.to(CategoryAddress.path(id)).toString()),
                releases.total() > releases.rows().size()
                        ? "first " + releases.rows().size() + " of " + Numbers.exact(releases.total())
                        : "all " + releases.total(),
                List.of(
                        new RankingTable.Link(api.with("format", "csv").toString(), "CSV"),
                        new RankingTable.Link(api.toString(), "JSON"),
                        new RankingTable.Link(api.with("format", "parquet").toString(), "Parquet")),
                api.toString());
    }

    /** Games are looked for in twelve weeks at least, and in as many days at most as can be asked for. */
    private static Period released(Period asked) {
        Instant to = asked.to();
        if (asked.seconds() < SHORTEST.toSeconds()) {
            return new Period(to.minus(SHORTEST), to);
        }
        return asked.seconds() > Releases.LONGEST.toSeconds() ? new Period(to.minus(Releases.LONGEST), to) : asked;
    }

    private Optional<String> absence(Releases releases) {
        if (!releases.rows().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                analytics.knowsGames()
                        ? "No game that was watched is known to have come out in this time. A longer or another period may have some."
                        : LabelWords.UNKNOWN);
    }
}
