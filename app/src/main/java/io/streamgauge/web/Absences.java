package io.streamgauge.web;

import io.streamgauge.analytics.BroadcastReport;
import io.streamgauge.analytics.CategoryReport;
import io.streamgauge.analytics.ChannelReport;
import io.streamgauge.analytics.GameFacts;
import io.streamgauge.analytics.LabelReport;
import io.streamgauge.analytics.Lineup;
import io.streamgauge.analytics.Records;
import io.streamgauge.analytics.Rising;
import io.streamgauge.analytics.SearchResult;
import io.streamgauge.analytics.Status;
import io.streamgauge.analytics.Totals;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.Set;

/** Which fields of answers may be null though their type does not show it, for the API's description. */
final class Absences {

    /** By record. Boxed numbers and optional values may always be. */
    static final Map<Class<? extends Record>, Set<String>> FIELDS = Map.ofEntries(
            Map.entry(StatusAnswer.class, Set.of("meta")),
            Map.entry(SlotsAnswer.class, Set.of("meta")),
            Map.entry(SlotsAnswer.Slot.class, Set.of("reason")),
            Map.entry(SlotsAnswer.Trouble.class, Set.of("reason")),
            Map.entry(BreakPages.Answer.class, Set.of("meta")),
            Map.entry(Snapshots.class, Set.of("first", "last")),
            Map.entry(TableRoutes.About.class, Set.of("meta")),
            Map.entry(Status.Crawl.class, Set.of("fallback")),
            Map.entry(Status.Work.class, Set.of("reason", "firstDay", "lastDay")),
            Map.entry(Status.Expectation.class, Set.of("lastFailedAt", "detail")),
            Map.entry(Totals.Summary.class, Set.of("peakAt")),
            Map.entry(Totals.Point.class, Set.of("bridgedFrom")),
            Map.entry(Records.Peak.class, Set.of("id", "name")),
            Map.entry(Rising.Row.class, Set.of("login")),
            Map.entry(BroadcastReport.class, Set.of("startedAt")),
            Map.entry(ChannelReport.Broadcast.class, Set.of("startedAt")),
            Map.entry(ChannelReport.Point.class, Set.of("bridgedFrom")),
            Map.entry(CategoryReport.Point.class, Set.of("bridgedFrom")),
            Map.entry(GameFacts.class, Set.of("gameName", "igdbUrl", "firstReleaseAt")),
            Map.entry(CategoryReport.Identity.class, Set.of("firstSeenAt", "lastSeenAt")),
            Map.entry(LabelReport.Point.class, Set.of("bridgedFrom")),
            Map.entry(Lineup.Row.class, Set.of("login")),
            Map.entry(Lineup.Summary.class, Set.of("peakAt")),
            Map.entry(Lineup.Point.class, Set.of("bridgedFrom")),
            Map.entry(SearchResult.Channel.class, Set.of("lastSeenAt")),
            Map.entry(SearchResult.Category.class, Set.of("lastSeenAt")));

    private Absences() {}

    static boolean mayBeNull(RecordComponent component) {
        Class<?> owner = component.getDeclaringRecord();
        return FIELDS.getOrDefault(owner, Set.of()).contains(component.getName());
    }
}
