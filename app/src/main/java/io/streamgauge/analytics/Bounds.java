package io.streamgauge.analytics;

import io.streamgauge.duckdb.Row;
import io.streamgauge.engine.Blocks;
import io.streamgauge.engine.Provided;
import io.streamgauge.engine.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the roll-ups of long periods say of channels before anything else is looked at: at least so much and at most so much.
 * Days at the period's ends count whole for the most and not at all for the least. Of a month in which a channel is in none
 * of the tiers that are read, the most is what the tiers leave: fewer than 100 viewers, less than a fifth of the time.
 */
final class Bounds {

    static final long FEWER_VIEWERS = 100;

    private static final int AIRTIME_SHARE = 5;
    private static final List<String> INPUTS = List.of("gold_channel_months", "gold_leading_days", "gold_channel_days");

    private static final String SQL = """
            with

            blocks(block, most_viewer_seconds, most_live_seconds) as (values %1$s),

            known as (
                select
                    channel_id,
                    month_at as block,
                    viewer_seconds as least_viewer_seconds,
                    live_seconds as least_live_seconds,
                    peak_viewers as least_peak,
                    viewer_seconds,
                    live_seconds,
                    peak_viewers
                from gold_channel_months
                where tier <= %2$d and month_at in (%3$s)

                union all

                select channel_id, month_at as block, 0, 0, 0, 0, 0, 0
                from gold_channel_months
                where tier <= %2$d and month_at in (%4$s)

                union all

                select
                    channel_id,
                    month_at as block,
                    case when day_at in (%5$s) then 0 else viewer_seconds end,
                    case when day_at in (%5$s) then 0 else live_seconds end,
                    case when day_at in (%5$s) then 0 else peak_viewers end,
                    viewer_seconds,
                    live_seconds,
                    peak_viewers
                from gold_leading_days
                where tier <= %2$d and month_at in (%4$s) and day_at >= %6$s and day_at < %7$s

                union all

                select channel_id, day_at as block, 0, 0, 0, viewer_seconds, live_seconds, peak_viewers
                from gold_channel_days
            ),

            by_block as (
                select
                    channel_id,
                    block,
                    sum(least_viewer_seconds) as least_viewer_seconds,
                    sum(least_live_seconds) as least_live_seconds,
                    max(least_peak) as least_peak,
                    sum(viewer_seconds) as viewer_seconds,
                    sum(live_seconds) as live_seconds,
                    max(peak_viewers) as peak_viewers
                from known
                group by channel_id, block
            ),

            bounded as (
                select
                    channel_id,
                    sum(least_viewer_seconds) as least_viewer_seconds,
                    sum(least_live_seconds) as least_live_seconds,
                    max(least_peak) as least_peak,
                    sum(viewer_seconds) + %8$d - sum(most_viewer_seconds) as most_viewer_seconds,
                    sum(live_seconds) + %9$d - sum(most_live_seconds) as most_live_seconds,
                    greatest(max(peak_viewers), case when count(*) < %10$d then 100 else 0 end) as most_peak
                from by_block
                inner join blocks using (block)
                group by channel_id
            ),

            measured as (
                select channel_id, least_viewer_seconds, least_live_seconds, least_peak,
                    cast(%11$s as double) as least, cast(%12$s as double) as most
                from bounded
            )
            """;

    private static final String BEST = """
            ,

            needed as (
                select min(least) as least, count(*) as channels
                from (select least from measured order by least desc limit %1$d)
            ),

            possible as (
                select * from measured
                where most >= (select least from needed) and (select channels from needed) = %1$d
            )

            select
                channel_id,
                least_viewer_seconds,
                least_live_seconds,
                least_peak,
                (select least from needed) as needed
            from possible
            where (select count(*) from possible) <= %2$d
            """;

    private static final String AROUND = """
            ,

            uncertain as (
                select channel_id, least_viewer_seconds, least_live_seconds, least_peak
                from measured
                where least <= %1$d and most > %1$d
            )

            select channel_id, least_viewer_seconds, least_live_seconds, least_peak, 0 as channels
            from uncertain
            where (select count(*) from uncertain) <= %2$d

            union all

            select null, count(*), 0, 0, (select count(*) from measured where least > %1$d) from uncertain
            """;

    private final View view;
    private final Span span;
    private final RankedBy by;
    private final Blocks blocks;
    private final LocalDate open;
    private final Map<Instant, Span> parts = new LinkedHashMap<>();

    Bounds(View view, Span span, RankedBy by) {
        this.view = view;
        this.span = span;
        this.by = by;
        this.open = view.open();
        this.blocks = Blocks.of(span, open);
        blocks.months().forEach(month -> parts.put(start(month), Span.month(month)));
        Stream.concat(blocks.days().stream().map(Span::day), blocks.edges().stream())
                .forEach(part -> parts.merge(block(part), part, Bounds::join));
    }

    /**
     * A channel that may be among the best.
     *
     * @param least what is certain, all of the period but its ends and the months in which the channel is in no tier
     * @param needed what the last of the best has at least
     */
    record Candidate(ChannelSum least, double needed) {}

    /**
     * Where a value stands.
     *
     * @param above how many channels certainly have more
     * @param uncertain those that may, with what is certain of them
     */
    record Around(long above, List<ChannelSum> uncertain) {}

    Blocks blocks() {
        return blocks;
    }

    /** The largest tier that is read. */
    int tier() {
        return by == RankedBy.AIRTIME_HOURS ? 1 : 0;
    }

    /** Everything in the period is at least as small as this for channels in none of the tiers. */
    double mostOfOthers() {
        return switch (by) {
            case HOURS_WATCHED ->
                parts.values().stream().mapToLong(this::mostViewerSeconds).sum();
            case AIRTIME_HOURS ->
                parts.values().stream().mapToLong(this::mostLiveSeconds).sum();
            case PEAK_VIEWERS, AVERAGE_VIEWERS -> FEWER_VIEWERS;
        };
    }

    /** All that may be among so many best; none where the tiers hold fewer, or where these are more than {@code most}. */
    List<Candidate> candidates(int best, int most) {
        return asked(BEST.formatted(best, most), Bounds::candidate);
    }

    /** How many channels certainly exceed a value, and those that may; empty where these are more than {@code most}. */
    Optional<Around> around(long value, int most) {
        AtomicLong above = new AtomicLong();
        AtomicLong counted = new AtomicLong();
        List<ChannelSum> uncertain = new ArrayList<>();
        asked(AROUND.formatted(value, most), row -> {
            if (row.numberOrNull("channel_id") == null) {
                counted.set(row.number("least_viewer_seconds"));
                above.set(row.number("channels"));
            } else {
                uncertain.add(least(row));
            }
            return row;
        });
        return counted.get() > most ? Optional.empty() : Optional.of(new Around(above.get(), uncertain));
    }

    private <T> List<T> asked(String tail, Function<Row, T> each) {
        List<YearMonth> months =
                Stream.concat(blocks.months().stream(), partial().stream()).toList();
        return view.blocks(sql() + tail, INPUTS, new Blocks(months, openDays(), List.of()), each);
    }

    /** The months of which the period holds a part. */
    List<YearMonth> partial() {
        return parts.keySet().stream()
                .map(at -> LocalDate.ofInstant(at, ZoneOffset.UTC))
                .filter(date -> date.isBefore(open))
                .map(YearMonth::from)
                .filter(month -> !blocks.months().contains(month))
                .distinct()
                .toList();
    }

    private static Candidate candidate(Row row) {
        return new Candidate(least(row), row.real("needed"));
    }

    private static ChannelSum least(Row row) {
        return new ChannelSum(
                row.number("channel_id"),
                row.number("least_viewer_seconds"),
                row.number("least_live_seconds"),
                row.number("least_peak"));
    }

    private String sql() {
        String values = parts.entrySet().stream()
                .map(part -> "(" + Provided.literal(part.getKey()) + ", " + mostViewerSeconds(part.getValue()) + ", "
                        + mostLiveSeconds(part.getValue()) + ")")
                .collect(Collectors.joining(", "));
        List<Instant> edgeDays = new ArrayList<>();
        blocks.edges()
                .forEach(edge -> edgeDays.add(Span.day(Span.day(edge.from())).from()));
        return SQL.formatted(
                values,
                tier(),
                literals(blocks.months().stream().map(Bounds::start).toList()),
                literals(partial().stream().map(Bounds::start).toList()),
                literals(edgeDays),
                Provided.literal(Span.day(Span.day(span.from())).from()),
                Provided.literal(span.to()),
                parts.values().stream().mapToLong(this::mostViewerSeconds).sum(),
                parts.values().stream().mapToLong(this::mostLiveSeconds).sum(),
                parts.size(),
                least(),
                most());
    }

    private String least() {
        return switch (by) {
            case HOURS_WATCHED -> "least_viewer_seconds";
            case PEAK_VIEWERS -> "least_peak";
            case AVERAGE_VIEWERS -> "least_viewer_seconds / greatest(most_live_seconds, 1)";
            case AIRTIME_HOURS -> "least_live_seconds";
        };
    }

    private String most() {
        return switch (by) {
            case HOURS_WATCHED -> "most_viewer_seconds";
            case PEAK_VIEWERS -> "most_peak";
            case AVERAGE_VIEWERS -> "least(most_peak, most_viewer_seconds / greatest(least_live_seconds, 1))";
            case AIRTIME_HOURS -> "most_live_seconds";
        };
    }

    private long mostViewerSeconds(Span part) {
        return FEWER_VIEWERS * part.seconds();
    }

    /** Tiers of a month are told over all of its days that are over; days that are not have no tiers. */
    private long mostLiveSeconds(Span part) {
        LocalDate date = Span.day(part.from());
        if (tier() == 0 || !date.isBefore(open)) {
            return part.seconds();
        }
        Span month = Span.month(YearMonth.from(date));
        Instant end = Span.day(open).from();
        long seconds = new Span(month.from(), month.to().isBefore(end) ? month.to() : end).seconds();
        return Math.min(part.seconds(), seconds / AIRTIME_SHARE);
    }

    /** The newest snapshot's day and what follows, as far as the period reaches into them. */
    private List<LocalDate> openDays() {
        return blocks.edges().stream()
                .map(edge -> Span.day(edge.from()))
                .filter(date -> !date.isBefore(open))
                .toList();
    }

    private Instant block(Span part) {
        LocalDate date = Span.day(part.from());
        return date.isBefore(open)
                ? start(YearMonth.from(date))
                : Span.day(date).from();
    }

    private static Instant start(YearMonth month) {
        return Span.month(month).from();
    }

    private static Span join(Span one, Span other) {
        return new Span(
                one.from().isBefore(other.from()) ? one.from() : other.from(),
                one.to().isAfter(other.to()) ? one.to() : other.to());
    }

    private static String literals(List<Instant> moments) {
        return moments.isEmpty()
                ? "cast(null as timestamp)"
                : moments.stream().map(Provided::literal).collect(Collectors.joining(", "));
    }
}
