package io.streamgauge.analytics;

import io.streamgauge.engine.Blocks;
import io.streamgauge.engine.Span;
import io.streamgauge.engine.Target;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What channels have in stretches of time within days, such as a period's ends, to the second. */
final class Edges {

    private static final String LARGE = "silver_large_channel_updates";

    private static final String SUMS = """
            select
                channel_id,
                cast(sum(viewer_seconds) as bigint) as viewer_seconds,
                cast(sum(live_seconds) as bigint) as live_seconds,
                max(peak_viewers) as peak_viewers
            from channel_metrics
            %s
            group by channel_id
            """;

    /** Those on air, and whether all of their days have them among the large ones. */
    private static final String ON_AIR = """
            with

            on_air as (
                select distinct day_at, channel_id from gold_channel_days where channel_id in (%1$s)
            ),

            large as (
                select distinct day_at, channel_id from silver_large_channel_updates where channel_id in (%1$s)
            )

            select on_air.channel_id, count(*) = count(large.channel_id) as is_large
            from on_air
            left join large on on_air.day_at = large.day_at and on_air.channel_id = large.channel_id
            group by on_air.channel_id
            """;

    private final View view;

    Edges(View view) {
        this.view = view;
    }

    /**
     * From the large channels' observations where the days have them; else from the hours' table where a stretch holds whole hours
     * alone, and from all observations where not: these are one look, both are two. Of a channel there may be several sums.
     */
    List<ChannelSum> sums(List<Span> edges, Collection<Long> channels) {
        List<Target> hours = new ArrayList<>();
        List<Span> kept = new ArrayList<>();
        List<Span> others = new ArrayList<>();
        for (Span edge : edges) {
            if (isKept(edge)) {
                kept.add(edge);
            } else if (isWholeHours(edge)) {
                hours.add(new Target("asked", edge));
            } else {
                others.add(edge);
            }
        }
        List<ChannelSum> sums = new ArrayList<>();
        if (!channels.isEmpty() && !hours.isEmpty()) {
            sums.addAll(view.periods(sql(channels), List.of("channel_metrics"), hours, List.of(), ChannelSum::of));
        }
        sums.addAll(observed(others, channels));
        if (!kept.isEmpty()) {
            sums.addAll(ofKept(kept, channels));
        }
        return sums;
    }

    /** Of large channels alone; of a channel that is large on one of several days there may be a part. */
    List<ChannelSum> ofLarge(List<Span> edges) {
        return view.largeEdges(SUMS.formatted(""), edges, ChannelSum::of);
    }

    /** Whether the days have their large channels' observations by themselves. */
    boolean isKept(Span edge) {
        return view.observedDays(edge).stream()
                .allMatch(date -> view.isKept(LARGE, date) && view.isFilled(LARGE, date));
    }

    private List<ChannelSum> ofKept(List<Span> edges, Collection<Long> channels) {
        List<Long> large = new ArrayList<>();
        List<Long> small = new ArrayList<>();
        if (!channels.isEmpty()) {
            List<LocalDate> days = edges.stream()
                    .flatMap(edge -> view.observedDays(edge).stream())
                    .distinct()
                    .toList();
            view.days(
                    ON_AIR.formatted(ids(channels)),
                    List.of("gold_channel_days", LARGE),
                    days,
                    row -> (row.flag("is_large") ? large : small).add(row.number("channel_id")));
        }
        List<ChannelSum> sums = new ArrayList<>(observed(edges, small));
        if (!large.isEmpty()) {
            sums.addAll(view.largeEdges(sql(large), edges, ChannelSum::of));
        }
        return sums;
    }

    private List<ChannelSum> observed(List<Span> edges, Collection<Long> channels) {
        return edges.isEmpty() || channels.isEmpty()
                ? List.of()
                : view.blocks(
                        sql(channels),
                        List.of("channel_metrics"),
                        new Blocks(List.of(), List.of(), edges),
                        ChannelSum::of);
    }

    private static boolean isWholeHours(Span span) {
        return new Target("asked", span).pieces().stream().noneMatch(piece -> piece.kind() == Target.Kind.EDGE);
    }

    private static String sql(Collection<Long> channels) {
        return SUMS.formatted("where channel_id in (" + ids(channels) + ")");
    }

    private static String ids(Collection<Long> channels) {
        return new TreeSet<>(channels).stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
