package io.streamgauge.analytics;

import io.streamgauge.duckdb.Row;
import io.streamgauge.engine.Span;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Sums what was seen by the hours of the week. */
final class WeekHours {

    /** Each snapshot's reach, cut at the full hours of a zone. */
    private static final String PIECES = """
            with

            parts(begins, ends, ahead) as (%s),

            slices as (
                select
                    reach.snapshot_at,
                    greatest(unix_timestamp(reach.snapshot_at), parts.begins) + parts.ahead as begins,
                    least(unix_timestamp(reach.reaches_until), parts.ends) + parts.ahead as ends
                from snapshot_reach as reach
                inner join parts
                    on unix_timestamp(reach.snapshot_at) < parts.ends
                    and unix_timestamp(reach.reaches_until) > parts.begins
            ),

            hours as (
                select *, unnest(range(begins // 3600, (ends - 1) // 3600 + 1)) as hour
                from slices
            ),

            pieces as (
                select
                    snapshot_at,
                    %s as number,
                    least(ends, (hour + 1) * 3600) - greatest(begins, hour * 3600) as seconds
                from hours
            )
            """;

    private static final String SUMS = """

            select
                pieces.number,
                cast(sum(pieces.seconds) as bigint) as covered_seconds,
                cast(coalesce(sum(seen.viewers * pieces.seconds), 0) as bigint) as viewer_seconds,
                cast(coalesce(sum(seen.channels * pieces.seconds), 0) as bigint) as live_seconds
                %s
            from pieces
            left join (%s) as seen on pieces.snapshot_at = seen.snapshot_at
            group by pieces.number
            """;

    private static final String ALL = "select snapshot_at, viewers, channels from gold_snapshot_metrics";
    private static final String OF_CATEGORY = """
            select games.*, place_8_viewers, place_30_viewers, place_100_viewers
            from gold_game_metrics as games
            left join gold_entry_lines as entries
                on games.snapshot_at = entries.snapshot_at
                and games.category_id = entries.category_id
            where games.category_id = ?
            """;

    /** Where there are fewer channels than places it takes nothing; where more are live and no row tells, it is not known. */
    private static final String ENTRY = """
            , cast(sum(case
                when coalesce(seen.channels, 0) < %1$d or place_%1$d_viewers is not null then pieces.seconds
            end) as bigint) as known_%1$d_seconds,
            cast(sum(place_%1$d_viewers * pieces.seconds) as bigint) as place_%1$d_seconds
            """;

    private static final List<Integer> PLACES = List.of(8, 30, 100);
    private static final String ENTRIES = PLACES.stream().map(ENTRY::formatted).collect(Collectors.joining());

    private static final String OF_CHANNEL =
            "select snapshot_at, viewers, 1 as channels from silver_stream_updates where channel_id = ?";

    private static final String CHANNEL_HOURS = """
            with

            parts(begins, ends, ahead) as (%s),

            seen as (
                select
                    (unix_timestamp(hour_at) + parts.ahead) // 3600 as hour,
                    viewer_seconds,
                    live_seconds
                from gold_channel_hours
                inner join parts
                    on unix_timestamp(hour_at) >= parts.begins
                    and unix_timestamp(hour_at) < parts.ends
                where channel_id = ?
            )

            select
                %s as number,
                cast(0 as bigint) as covered_seconds,
                cast(sum(viewer_seconds) as bigint) as viewer_seconds,
                cast(sum(live_seconds) as bigint) as live_seconds
            from seen
            group by number
            """;

    private static final String INSTEAD =
            "before that, ask for whole hours of UTC, in a zone that is whole hours from it";

    private final View view;
    private final ZoneId zone;
    private final long[] covered = new long[LocalHours.IN_WEEK];
    private final long[] watched = new long[LocalHours.IN_WEEK];
    private final long[] live = new long[LocalHours.IN_WEEK];
    private final Double[][] entries = new Double[LocalHours.IN_WEEK][PLACES.size()];

    WeekHours(View view, ZoneId zone) {
        this.view = view;
        this.zone = zone;
    }

    /** Empty where what it is about was never seen. */
    static Optional<HoursOfWeek> answer(View view, About about, Period period, ZoneId zone) {
        Optional<Function<Span, List<HoursOfWeek.Hour>>> found = of(new WeekHours(view, zone), about);
        return found.map(hours -> new HoursOfWeek(
                new PlatformFigures(view).meta(period),
                zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId(),
                view.measured(period).map(hours).orElse(List.of())));
    }

    private static Optional<Function<Span, List<HoursOfWeek.Hour>>> of(WeekHours week, About about) {
        if (about instanceof About.Channel channel) {
            return Names.channel(week.view, channel.idOrLogin())
                    .map(identity -> span -> week.ofChannel(span, Long.parseLong(identity.channelId())));
        }
        if (about instanceof About.Category category) {
            return Names.category(week.view, category.id())
                    .map(identity -> span -> week.ofCategory(span, category.id()));
        }
        return Optional.of(week::ofPlatform);
    }

    private record Sum(int number, long covered, long watched, long live) {

        static Sum of(Row row) {
            return new Sum(
                    (int) row.number("number"),
                    row.number("covered_seconds"),
                    row.number("viewer_seconds"),
                    row.number("live_seconds"));
        }
    }

    List<HoursOfWeek.Hour> ofPlatform(Span span) {
        add(observed(ALL, "gold_snapshot_metrics", span, List.of()));
        return hours(span, false);
    }

    List<HoursOfWeek.Hour> ofCategory(Span span, String id) {
        List<String> tables = List.of("gold_game_metrics", "gold_entry_lines");
        add(observed(ENTRIES, OF_CATEGORY, tables, span, List.of(id), row -> {
            for (int place = 0; place < PLACES.size(); place++) {
                Long known = row.numberOrNull("known_" + PLACES.get(place) + "_seconds");
                Long viewers = row.numberOrNull("place_" + PLACES.get(place) + "_seconds");
                entries[(int) row.number("number")][place] =
                        known == null ? null : Double.valueOf((viewers == null ? 0.0 : viewers) / known);
            }
            return Sum.of(row);
        }));
        return hours(span, false);
    }

    /** From the channel's hours where they can be had, and its observations where an hour is not looked at as a whole. */
    List<HoursOfWeek.Hour> ofChannel(Span span, long id) {
        observed(ALL, "gold_snapshot_metrics", span, List.of()).forEach(sum -> covered[sum.number()] += sum.covered());
        Instant first = span.from().plusSeconds(3599).truncatedTo(ChronoUnit.HOURS);
        Instant last = span.to().truncatedTo(ChronoUnit.HOURS);
        List<Span> edges = new ArrayList<>();
        if (first.isBefore(last) && new LocalHours(span, zone).areWhole()) {
            Span whole = new Span(first, last);
            String sql = CHANNEL_HOURS.formatted(new LocalHours(whole, zone).rows(), LocalHours.NUMBER);
            addSeen(view.table(sql, "gold_channel_hours", whole, List.of(id), Sum::of));
            edges.add(new Span(span.from(), first));
            edges.add(new Span(last, span.to()));
        } else {
            edges.add(span);
        }
        edges.stream().filter(edge -> edge.from().isBefore(edge.to())).forEach(edge -> {
            view.requireDetail(edge, INSTEAD);
            addSeen(observed(OF_CHANNEL, "silver_stream_updates", edge, List.of(id)));
        });
        return hours(span, true);
    }

    private List<Sum> observed(String seen, String table, Span span, List<Object> parameters) {
        return observed("", seen, List.of(table), span, parameters, Sum::of);
    }

    private List<Sum> observed(
            String more,
            String seen,
            List<String> tables,
            Span span,
            List<Object> parameters,
            Function<Row, Sum> each) {
        String sql =
                PIECES.formatted(new LocalHours(span, zone).rows(), LocalHours.NUMBER) + SUMS.formatted(more, seen);
        List<String> inputs = new ArrayList<>(tables);
        inputs.add("snapshot_reach");
        return view.observations(sql, inputs, span, parameters, each);
    }

    private void add(List<Sum> sums) {
        sums.forEach(sum -> covered[sum.number()] += sum.covered());
        addSeen(sums);
    }

    private void addSeen(List<Sum> sums) {
        for (Sum sum : sums) {
            watched[sum.number()] += sum.watched();
            live[sum.number()] += sum.live();
        }
    }

    private List<HoursOfWeek.Hour> hours(Span span, boolean isChannel) {
        long[] passed = new LocalHours(span, zone).seconds();
        List<HoursOfWeek.Hour> hours = new ArrayList<>();
        for (int number = 0; number < LocalHours.IN_WEEK; number++) {
            hours.add(new HoursOfWeek.Hour(
                    1 + number / 24,
                    number % 24,
                    passed[number] == 0 ? 0 : (double) covered[number] / passed[number],
                    ratio(watched[number], isChannel ? live[number] : covered[number]),
                    isChannel ? null : ratio(live[number], covered[number]),
                    isChannel ? ratio(live[number], covered[number]) : null,
                    entries[number][0],
                    entries[number][1],
                    entries[number][2]));
        }
        return List.copyOf(hours);
    }

    private static Double ratio(long sum, long seconds) {
        return seconds == 0 ? null : (double) sum / seconds;
    }
}
