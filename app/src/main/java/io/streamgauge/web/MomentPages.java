package io.streamgauge.web;

import io.javalin.http.Context;
import io.streamgauge.analytics.Analytics;
import io.streamgauge.analytics.Around;
import io.streamgauge.analytics.Moment;
import io.streamgauge.analytics.Status;
import io.streamgauge.web.page.Address;
import io.streamgauge.web.page.MomentPage;
import io.streamgauge.web.page.MomentWords;
import io.streamgauge.web.page.TimeSlider;
import io.streamgauge.web.page.Treemap;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the page of the platform at one snapshot. */
final class MomentPages {

    static final String PATH = "/moment";

    private static final int ROWS = 50;
    private static final int SECONDS_OF_A_DAY = 86_400;

    private final Analytics analytics;
    private final Frame frame;

    MomentPages(Analytics analytics, Frame frame) {
        this.analytics = analytics;
        this.frame = frame;
    }

    /** Where the page of a time lies, if it is asked for by the slider's day and second. */
    static Optional<String> chosenBySlider(Context context) {
        Parameters parameters = Parameters.of(context);
        return parameters.text("day").map(day -> {
            Instant start = AskedPeriod.time("day", day, ZoneOffset.UTC);
            int second = parameters.whole("second", 0, 0, SECONDS_OF_A_DAY - 1);
            return href(start.plusSeconds(second));
        });
    }

    MomentPage page(Status status, Parameters parameters) {
        Instant at = time(parameters, status);
        Around around = analytics.around(at);
        Optional<Moment> moment = around.snapshot().flatMap(snapshot -> analytics.moment(snapshot, ROWS));
        Instant shown = moment.map(Moment::snapshotAt).orElse(at);
        Map<String, String> period = new LinkedHashMap<>();
        moment.ifPresent(known -> {
            period.put("from", known.snapshotAt().toString());
            period.put("to", known.until().toString());
        });
        return new MomentPage(
                frame.at(PATH, "Twitch at " + MomentWords.when(shown), status, Map.of()),
                MomentWords.when(shown),
                moment.isPresent() ? Optional.empty() : Optional.of(MomentWords.absence(at, around, status.now())),
                moment.map(MomentWords::figures).orElse(List.of()),
                moment.map(MomentWords::known).orElse(""),
                TimeSlider.of(shown, around, status, MomentPages::href),
                moment.filter(known -> known.summary().viewers() > 0)
                        .map(known -> Treemap.of(known, id -> href(CategoryAddress.path(id), period)))
                        .orElse(List.of()),
                moment.map(known -> MomentWords.categories(known, id -> href(CategoryAddress.path(id), period)))
                        .orElse(List.of()),
                moment.map(known -> MomentWords.channels(known, id -> href("/channels/" + Address.segment(id), period)))
                        .orElse(List.of()),
                moment.filter(known -> known.channels().isEmpty()).isPresent(),
                href("/categories", period),
                href("/channels", period),
                Address.of(Api.ROOT + PATH).with("at", shown.toString()).toString());
    }

    /** The time that is asked for, or that of the newest snapshot. */
    static Instant time(Parameters parameters, Status status) {
        return parameters
                .text("at")
                .map(text -> AskedPeriod.time("at", text, ZoneOffset.UTC))
                .orElseGet(() -> status.newest()
                        .map(Status.Newest::snapshotAt)
                        .orElseThrow(() -> RefusedRequest.notFound("No snapshot has been taken yet")));
    }

    private static String href(Instant at) {
        return Address.of(PATH).with("at", at.toString()).toString();
    }

    private static String href(String path, Map<String, String> period) {
        return Address.of(path).with(period).toString();
    }
}
