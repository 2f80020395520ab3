package io.streamgauge.bench;

import io.streamgauge.analytics.Period;
import io.streamgauge.analytics.RankedBy;
import io.streamgauge.analytics.Ranking;
import io.streamgauge.bench.Requests.Request;
import io.streamgauge.duckdb.DuckDb;
import io.streamgauge.engine.Provided;
import io.streamgauge.engine.Query;
import io.streamgauge.engine.Relation;
import io.streamgauge.engine.Span;
import io.streamgauge.engine.State;
import io.streamgauge.engine.Tables;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;

/** The same answers from every observation of the period, in a made-up world without a gap. */
final class BruteForce {

    private static final String HELD = """
            with

            held as not materialized (
                select
                    *,
                    epoch(least(snapshot_at + interval 15 minutes, %1$s))
                    - epoch(greatest(snapshot_at, %2$s)) as seconds
                from silver_stream_updates
                where snapshot_at < %1$s and snapshot_at + interval 15 minutes > %2$s
            ),
            """;

    private static final String CHANNELS = HELD + """
            sums as (
                select
                    channel_id as id,
                    cast(sum(viewers * seconds) as bigint) as viewer_seconds,
                    cast(sum(seconds) as bigint) as live_seconds,
                    max(viewers) as peak_viewers,
                    sum(viewers * seconds) / sum(seconds) as average_viewers,
                    1 as unique_channels
                from held
                group by channel_id
            )
            """;

    private static final String CATEGORIES = HELD + """
            snapshots as (
                select
                    category_id,
                    sum(viewers) as viewers,
                    sum(viewers * seconds) as viewer_seconds,
                    sum(seconds) as live_seconds
                from held
                group by category_id, snapshot_at
            ),

            audiences as (
                select category_id, count(*) as unique_channels
                from (select distinct category_id, channel_id from held)
                group by category_id
            ),

            sums as (
                select
                    category_id as id,
                    cast(sum(viewer_seconds) as bigint) as viewer_seconds,
                    cast(sum(live_seconds) as bigint) as live_seconds,
                    max(viewers) as peak_viewers,
                    sum(viewer_seconds) as average_viewers,
                    max(unique_channels) as unique_channels
                from snapshots
                inner join audiences using (category_id)
                group by category_id
            )
            """;

    private static final String RANKED = """
            select *, count(*) over () as total from sums
            order by %3$s desc, peak_viewers desc, try_cast(id as bigint) nulls first
            limit %4$d
            """;

    private final DuckDb duckDb;
    private final Tables tables;

    BruteForce(DuckDb duckDb, BenchLake lake) {
        this.duckDb = duckDb;
        this.tables = new Tables(
                lake.models,
                lake.store,
                State.of(lake.ledger, lake.ledger.current().orElseThrow()));
    }

    /** A row of a ranking as text, its different channels, null where they are not told, and how many rows there are in all. */
    private record Line(String text, Long channels, long total) {

        private boolean agrees(Line scanned) {
            return text.equals(scanned.text) && (channels == null || channels.equals(scanned.channels));
        }
    }

    /** Some channels that were live at a moment, large and small. */
    List<Long> channels(Instant at, int count) {
        LinkedHashMap<String, Relation> inputs = new LinkedHashMap<>();
        inputs.put("updates", tables.within("silver_stream_updates", List.of(new Span(at, at.plusSeconds(1)))));
        Query query = new Query(
                "select channel_id from updates order by hash(channel_id), channel_id limit " + count,
                inputs,
                List.of());
        return duckDb.select(query, List.of(), row -> row.number("channel_id"));
    }

    void compareChannels(Ranking<Ranking.Channel> answer, Request request) {
        List<Line> expected = lines(CHANNELS, request);
        compare(
                request,
                expected,
                answer.total(),
                answer.rows().stream()
                        .map(row ->
                                line(row.channelId(), row.viewerSeconds(), row.airtimeHours(), row.peakViewers(), 1L))
                        .toList());
    }

    void compareCategories(Ranking<Ranking.Category> answer, Request request) {
        List<Line> expected = lines(CATEGORIES, request);
        compare(
                request,
                expected,
                answer.total(),
                answer.rows().stream()
                        .map(row -> line(
                                row.categoryId(),
                                row.viewerSeconds(),
                                row.airtimeHours(),
                                row.peakViewers(),
                                row.uniqueChannels()))
                        .toList());
    }

    private List<Line> lines(String sums, Request request) {
        Period period = request.period();
        String sql = String.format(
                sums + RANKED,
                Provided.literal(period.to()),
                Provided.literal(period.from()),
                metric(request.query().by()),
                request.query().limit());
        LinkedHashMap<String, Relation> inputs = new LinkedHashMap<>();
        Span span = new Span(period.from().minusSeconds(MadeWorld.CADENCE_SECONDS), period.to());
        inputs.put("silver_stream_updates", tables.within("silver_stream_updates", List.of(span)));
        return duckDb.select(
                new Query(sql, inputs, List.of()),
                List.of(),
                row -> new Line(
                        text(
                                row.display("id"),
                                row.number("viewer_seconds"),
                                row.number("live_seconds"),
                                row.number("peak_viewers")),
                        row.number("unique_channels"),
                        row.number("total")));
    }

    private static void compare(Request request, List<Line> expected, long total, List<Line> found) {
        long all = expected.isEmpty() ? 0 : expected.get(0).total();
        if (total != all) {
            throw new IllegalStateException(request + ": total is " + total + ", a scan of silver says " + all);
        }
        if (found.size() != expected.size()) {
            throw new IllegalStateException(
                    request + ": " + found.size() + " rows, a scan of silver gives " + expected.size());
        }
        IntStream.range(0, found.size())
                .filter(at -> !found.get(at).agrees(expected.get(at)))
                .findFirst()
                .ifPresent(at -> {
                    throw new IllegalStateException(request + ": row " + (at + 1) + " is " + found.get(at)
                            + ", a scan of silver says " + expected.get(at));
                });
    }

    private static Line line(String id, long viewerSeconds, double airtimeHours, long peak, Long channels) {
        return new Line(text(id, viewerSeconds, Math.round(airtimeHours * 3600), peak), channels, 0);
    }

    private static String text(String id, long viewerSeconds, long liveSeconds, long peak) {
        return "'" + id + "' " + viewerSeconds + " viewer-seconds, " + liveSeconds + " s, peak " + peak;
    }

    private static String metric(RankedBy by) {
        return switch (by) {
            case HOURS_WATCHED -> "viewer_seconds";
            case PEAK_VIEWERS -> "peak_viewers";
            case AVERAGE_VIEWERS -> "average_viewers";
            case AIRTIME_HOURS -> "live_seconds";
        };
    }
}
