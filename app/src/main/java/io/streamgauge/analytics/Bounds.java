package io.streamgauge.analytics;

import io.streamgauge.duckdb.Row;
import io.streamgauge.engine.Blocks;
import io.streamgauge.engine.Provided;
import io.streamgauge.engine.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the roll-ups of long periods say of channels before anything else is looked at: at least so much and at most so much.
 * First by months alone: what a month holds in parts that lie outside of the period is bounded by its peak and by the time
 * there is. Then, for those who may still be among the best, by the days of months of which the period holds a part; days at
 * the period's ends count whole for the most and not at all for the least. Of a month in which a channel is in none of the
 * tiers that are read, the most is what the tiers leave: fewer than 100 viewers, less than a fifth of the time.
 */
final class Bounds {

    static final long FEWER_VIEWERS = 100;

    private static final int AIRTIME_SHARE = 5;
    private static final List<String> INPUTS = List.of("gold_channel_months", "gold_leading_days", "gold_channel_days");

    private static final String SQL = """
            with

            months(month_at, seconds, seconds_outside, other_viewer_seconds, other_live_seconds) as (values %1$s),

            known as (
                select
                    channel_id,
                    1 as months,
                    case when seconds_outside = 0 then viewer_seconds else 0 end as whole_viewer_seconds,
                    case when seconds_outside = 0 then live_seconds else 0 end as whole_live_seconds,
                    case when seconds_outside = 0 then peak_viewers else 0 end as whole_peak,
                    greatest(viewer_seconds - peak_viewers * seconds_outside, 0) as least_viewer_seconds,
                    greatest(live_seconds - seconds_outside, 0) as least_live_seconds,
                    least(viewer_seconds, peak_viewers * seconds) as viewer_seconds,
                    least(live_seconds, seconds) as live_seconds,
                    peak_viewers,
                    other_viewer_seconds,
                    other_live_seconds,
                    0 as open_viewer_seconds,
                    0 as open_peak
                from gold_channel_months
                inner join months using (month_at)
                where tier <= %2$d

                union all

                select channel_id, 0, 0, 0, 0, 0, 0, 0, 0, peak_viewers, 0, 0, viewer_seconds, peak_viewers
                from gold_channel_days
                where %2$d = 0 and peak_viewers >= 100
            ),

            by_month as (
                select
                    channel_id,
                    sum(months) as months,
                    sum(whole_viewer_seconds) as whole_viewer_seconds,
                    sum(whole_live_seconds) as whole_live_seconds,
                    max(whole_peak) as whole_peak,
                    max(open_peak) as open_peak,
                    %3$d + sum(open_viewer_seconds) - sum(other_viewer_seconds) as other_viewer_seconds,
                    %14$d - sum(other_live_seconds) as other_live_seconds,
                    sum(least_viewer_seconds) as least_viewer_seconds,
                    sum(least_live_seconds) as least_live_seconds,
                    max(whole_peak) as least_peak,
                    sum(viewer_seconds) + %3$d + sum(open_viewer_seconds) - sum(other_viewer_seconds)
                        as most_viewer_seconds,
                    sum(live_seconds) + %4$d - sum(other_live_seconds) as most_live_seconds,
                    greatest(max(peak_viewers), case when sum(months) < %5$d then 100 else 0 end) as most_peak
                from known
                group by channel_id
            ),

            roughly as (
                select *, cast(%6$s as double) as least, cast(%7$s as double) as most from by_month
            ),

            threshold as (%8$s),

            possible as (
                select
                    channel_id,
                    months,
                    whole_viewer_seconds,
                    whole_live_seconds,
                    whole_peak,
                    open_peak,
                    other_viewer_seconds,
                    other_live_seconds
                from roughly
                where most >= (select value from threshold)
            ),

            days as (
                select channel_id, day_at, viewer_seconds, live_seconds, peak_viewers
                from gold_leading_days
                where tier <= %2$d and month_at in (%10$s) and day_at >= %11$s and day_at < %12$s

                union all

                select channel_id, day_at, viewer_seconds, live_seconds, peak_viewers
                from gold_channel_days
                where %2$d = 1
            ),

            by_day as (
                select
                    channel_id,
                    sum(case when day_at in (%9$s) then 0 else viewer_seconds end) as least_viewer_seconds,
                    sum(case when day_at in (%9$s) then 0 else live_seconds end) as least_live_seconds,
                    max(case when day_at in (%9$s) then 0 else peak_viewers end) as least_peak,
                    sum(viewer_seconds) as viewer_seconds,
                    sum(live_seconds) as live_seconds,
                    max(peak_viewers) as peak_viewers
                from days
                where channel_id in (select channel_id from possible)
                group by channel_id
            ),

            bounded as (
                select
                    channel_id,
                    months,
                    whole_viewer_seconds + coalesce(least_viewer_seconds, 0) as least_viewer_seconds,
                    whole_live_seconds + coalesce(least_live_seconds, 0) as least_live_seconds,
                    greatest(whole_peak, coalesce(least_peak, 0)) as least_peak,
                    whole_viewer_seconds + coalesce(viewer_seconds, 0) + other_viewer_seconds as most_viewer_seconds,
                    whole_live_seconds + coalesce(live_seconds, 0) + other_live_seconds as most_live_seconds,
                    greatest(
                        whole_peak, coalesce(peak_viewers, 0), open_peak, case when months < %5$d then 100 else 0 end
                    ) as most_peak
                from possible
                left join by_day using (channel_id)
            ),

            measured as (
                select
                    channel_id,
                    months >= %13$d as is_told,
                    least_viewer_seconds,
                    least_live_seconds,
                    least_peak,
                    cast(%6$s as double) as least,
                    cast(%7$s as double) as most
                from bounded
            )
            """;

    private static final String BEST_ROUGHLY = """
            select min(least) as value from (select least from roughly order by least desc limit %d)
            """;

    private static final String BEST = """
            ,

            needed as (
                select greatest(min(least), (select value from threshold)) as least, count(*) as channels
                from (select least from measured order by least desc limit %1$d)
            ),

            best as (
                select * from measured
                where most >= (select least from needed) and (select channels from needed) = %1$d
            )

            select
                channel_id,
                is_told,
                least_viewer_seconds,
                least_live_seconds,
                least_peak,
                (select least from needed) as needed
            from best
            where (select count(*) from best) <= %2$d
            """;

    private static final String AROUND = """
            ,

            uncertain as (
                select channel_id, is_told, least_viewer_seconds, least_live_seconds, least_peak
                from measured
                where least <= %1$d and most > %1$d
            )

            select channel_id, is_told, least_viewer_seconds, least_live_seconds, least_peak, 0 as channels
            from uncertain
            where (select count(*) from uncertain) <= %2$d

            union all

            select null, true, count(*), 0, 0, (select count(*) from measured where least > %1$d) from uncertain
            """;

    private final View view;
    private final Span span;
    private final RankedBy by;
    private final Blocks blocks;
    private final LocalDate open;
    private final Map<YearMonth, Span> months = new LinkedHashMap<>();
    private final List<Span> openParts;

    Bounds(View view, Span span, RankedBy by) {
        this.view = view;
        this.span = span;
        this.by = by;
        this.open = view.open();
        this.blocks = Blocks.of(span, open);
        Instant opening = Span.day(open).from();
        Stream.of(
                        blocks.months().stream().map(Span::month),
                        blocks.days().stream().map(Span::day),
                        blocks.edges().stream().filter(edge -> edge.from().isBefore(opening)))
                .flatMap(parts -> parts)
                .sorted(Comparator.comparing(Span::from))
                .forEach(part -> months.merge(YearMonth.from(Span.day(part.from())), part, Bounds::join));
        this.openParts = blocks.edges().stream()
                .filter(edge -> !edge.from().isBefore(opening))
                .toList();
    }

    /**
     * What is certain of a channel, all of the period but its ends and the months in which it is in no tier.
     *
     * @param isTold whether it is in a tier in each month
     */
    record Least(ChannelSum sum, boolean isTold) {}

    /**
     * Those that may be among the best.
     *
     * @param needed what the last of the best has at least
     */
    record Best(double needed, List<Least> possible) {}

    /**
     * Where a value stands.
     *
     * @param above how many channels certainly have more
     * @param uncertain those that may
     */
    record Around(long above, List<Least> uncertain) {}

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
            case HOURS_WATCHED -> othersViewerSeconds();
            case AIRTIME_HOURS -> othersLiveSeconds();
            case PEAK_VIEWERS, AVERAGE_VIEWERS -> FEWER_VIEWERS;
        };
    }

    /** All that may be among so many best; empty where the tiers hold fewer, or where these are more than {@code most}. */
    Optional<Best> best(int places, int most) {
        boolean holdsWholeDays = !blocks.months().isEmpty() || !blocks.days().isEmpty();
        boolean mayBeLonger = by != RankedBy.AIRTIME_HOURS || mostOfOthers() < span.seconds();
        if (!holdsWholeDays || !mayBeLonger) {
            return Optional.empty();
        }
        AtomicReference<Double> needed = new AtomicReference<>();
        List<Least> possible = asked(BEST_ROUGHLY.formatted(places), BEST.formatted(places, most), row -> {
            needed.set(row.real("needed"));
            return least(row);
        });
        return possible.isEmpty() ? Optional.empty() : Optional.of(new Best(needed.get(), possible));
    }

    /** How many channels certainly exceed a value, and those that may; empty where these are more than {@code most}. */
    Optional<Around> around(long value, int most) {
        AtomicLong above = new AtomicLong();
        AtomicLong counted = new AtomicLong();
        List<Least> uncertain = new ArrayList<>();
        asked("select " + value + " as value", AROUND.formatted(value, most), row -> {
            if (row.numberOrNull("channel_id") == null) {
                counted.set(row.number("least_viewer_seconds"));
                above.set(row.number("channels"));
            } else {
                uncertain.add(least(row));
            }
            return row;
        });
        return months.isEmpty() || counted.get() > most
                ? Optional.empty()
                : Optional.of(new Around(above.get(), uncertain));
    }

    private <T> List<T> asked(String threshold, String tail, Function<Row, T> each) {
        if (months.isEmpty()) {
            return List.of();
        }
        Blocks read = new Blocks(List.copyOf(months.keySet()), openDays(), List.of());
        return view.blocks(sql(threshold) + tail, INPUTS, read, each);
    }

    /** The months that the period touches, as far as their days are over. */
    List<YearMonth> months() {
        return List.copyOf(months.keySet());
    }

    /** Those of them all of whose days that are over lie in the period. */
    List<YearMonth> wholeMonths() {
        return months.keySet().stream()
                .filter(month -> secondsOutside(month) == 0)
                .toList();
    }

    private long secondsOutside(YearMonth month) {
        return over(month).seconds() - months.get(month).seconds();
    }

    private static Least least(Row row) {
        ChannelSum sum = new ChannelSum(
                row.number("channel_id"),
                row.number("least_viewer_seconds"),
                row.number("least_live_seconds"),
                row.number("least_peak"));
        return new Least(sum, row.flag("is_told"));
    }

    private String sql(String threshold) {
        String values = months.entrySet().stream()
                .map(month -> "(" + Provided.literal(Span.month(month.getKey()).from()) + ", "
                        + month.getValue().seconds() + ", "
                        + secondsOutside(month.getKey()) + ", "
                        + mostViewerSeconds(month.getValue()) + ", " + mostLiveSeconds(month.getValue()) + ")")
                .collect(Collectors.joining(", "));
        List<Instant> partial = months.keySet().stream()
                .filter(month -> secondsOutside(month) > 0)
                .map(month -> Span.month(month).from())
                .toList();
        List<Instant> edgeDays = edges().stream()
                .map(edge -> Span.day(Span.day(edge.from())).from())
                .toList();
        return SQL.formatted(
                values,
                tier(),
                othersViewerSeconds(),
                othersLiveSeconds(),
                months.size() + (openParts.isEmpty() ? 0 : 1),
                least(),
                most(),
                threshold,
                literals(edgeDays),
                literals(partial),
                Provided.literal(Span.day(Span.day(span.from())).from()),
                Provided.literal(span.to()),
                months.size(),
                othersLiveSeconds()
                        - (tier() == 0
                                ? 0
                                : openParts.stream().mapToLong(Span::seconds).sum()));
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

    private long othersViewerSeconds() {
        return parts().mapToLong(this::mostViewerSeconds).sum();
    }

    private long othersLiveSeconds() {
        return parts().mapToLong(this::mostLiveSeconds).sum();
    }

    private Stream<Span> parts() {
        return Stream.concat(months.values().stream(), openParts.stream());
    }

    private long mostViewerSeconds(Span part) {
        return FEWER_VIEWERS * part.seconds();
    }

    /** Days that are not over have no tiers. */
    private long mostLiveSeconds(Span part) {
        LocalDate date = Span.day(part.from());
        if (tier() == 0 || !date.isBefore(open)) {
            return part.seconds();
        }
        return Math.min(part.seconds(), over(YearMonth.from(date)).seconds() / AIRTIME_SHARE);
    }

    /** A month as far as its days are over: over these its tiers are told. */
    private Span over(YearMonth month) {
        Span whole = Span.month(month);
        Instant opening = Span.day(open).from();
        return new Span(whole.from(), whole.to().isBefore(opening) ? whole.to() : opening);
    }

    /**
     * The newest snapshot's day and what follows, as far as the period reaches into them. Nobody has a tier there: the rows
     * with 100 viewers and more are looked at with the months, or all rows of those whom the months leave with their days.
     */
    private List<LocalDate> openDays() {
        return openParts.stream().map(part -> Span.day(part.from())).toList();
    }

    /** What is left at the period's ends and not among what is certain. */
    List<Span> edges() {
        return blocks.edges().stream()
                .filter(edge -> tier() == 0 || !isToldByItsDay(edge))
                .toList();
    }

    /** Whether a part of a day that is not over holds all that is known of it. */
    private boolean isToldByItsDay(Span part) {
        return openParts.contains(part)
                && part.from().equals(Span.day(Span.day(part.from())).from())
                && !part.to().isBefore(view.end());
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
