package io.streamgauge.bench;

import java.time.LocalDate;
import java.util.Locale;

/** SQL for who is live at each quarter of an hour of a day, made from the relation {@code channels}. */
final class Observations {

    private static final int SECONDS_PER_DAY = 86_400;

    private static final String LIVE = """
            with

            days as (select cast(unnest([%1$d - 1, %1$d]) as bigint) as day),

            going as (
                select *
                from channels
                cross join days
                where
                    %3$s < case habit
                        when 0 then case when (day + 3) %% 7 >= 5 then 0.09375 else 0.075 end
                        when 1 then 0.88
                        else 0.93
                    end
                    and (
                        case habit
                            when 0 then 127
                            when 1 then case week %% 2 when 0 then 43 else 21 end
                            else case week %% 3 when 0 then 127 when 1 then 119 else 31 end
                        end >> cast((day + 3 + turn) %% 7 as integer)
                    ) & 1 = 1
            ),

            sittings as (
                select
                    *,
                    cast(
                        day * 86400 + start_second + case habit when 0 then 7200 else 1500 end * (2 * %4$s - 1)
                        as bigint
                    ) as starts,
                    abs(length + 0.3 * (%5$s - 0.5)) as turned,
                    viewers * (0.7 + 0.6 * %6$s) as usual,
                    %7$s as breaks,
                    %8$s as break_place,
                    %9$s as break_length,
                    %10$s as changes,
                    %11$s as change_place,
                    %12$s as first_choice,
                    %13$s as second_choice,
                    %14$s as first_draw,
                    %15$s as second_draw
                from going
            ),

            quantiles as (
                select *, least(1, case when turned > 1 then 2 - turned else turned end) as quantile from sittings
            ),

            lengths as (
                select
                    *,
                    cast(
                        3600 * least(12, greatest(0.5, case habit when 0 then 0.8 when 1 then 1.1 else 1.35 end * case
                            when quantile < 0.25 then 0.5 + 3.6 * quantile
                            when quantile < 0.5 then 1.4 + 4.4 * (quantile - 0.25)
                            when quantile < 0.75 then 2.5 + 6.8 * (quantile - 0.5)
                            when quantile < 0.9 then 4.2 + 13.33333 * (quantile - 0.75)
                            when quantile < 0.98 then 6.2 + 41.25 * (quantile - 0.9)
                            else 9.5 + 125 * (quantile - 0.98)
                        end)) as bigint
                    ) as seconds
                from quantiles
            ),

            broken as (
                select
                    *,
                    case
                        when breaks < 0.08 and seconds >= 3600
                            then starts + cast(seconds * (0.2 + 0.6 * break_place) as bigint)
                    end as breaks_at,
                    60 + cast(1440 * break_length as bigint) as away,
                    case
                        when changes < 0.21 and seconds >= 5400
                            then starts + cast(seconds * (0.25 + 0.5 * change_place) as bigint)
                    end as changes_at
                from lengths
            ),

            broadcasts as (
                select
                    channel,
                    channel_id,
                    language,
                    day,
                    starts,
                    seconds,
                    usual,
                    coalesce(breaks_at, 32503680000) as breaks_at,
                    coalesce(breaks_at + away, 32503680000) as back_at,
                    starts + seconds + case when breaks_at is null then 0 else away end as ends,
                    coalesce(changes_at, 32503680000) as changes_at,
                    %16$s as first_category,
                    %17$s as second_category
                from broken
                where starts < %2$d + 86400 and starts + seconds + away > %2$d
            ),

            slots as (
                select
                    *,
                    unnest(
                        range(greatest(starts + 899, %2$d) // 900, (least(ends, %2$d + 86400) - 1) // 900 + 1)
                    ) * 900 as moment
                from broadcasts
            ),

            aged as (
                select *, moment - starts as age, (moment - starts) // 1500 as knot
                from slots
                where moment < breaks_at or moment >= back_at
            ),

            waves as (
                select
                    *,
                    (age - knot * 1500) / 1500.0 as part,
                    %18$s as wave,
                    %19$s as next_wave
                from aged
            )

            select
                make_timestamp(moment * 1000000) as snapshot_at,
                channel_id,
                day * %22$d + channel * 7919 %% %23$d * 2 + case when moment >= back_at then 1 else 0 end as stream_id,
                %20$s as category_id,
                language,
                cast(greatest(0, floor(
                    usual
                    * case when age < least(2700, seconds / 4) then 0.3 + 0.7 * age / least(2700, seconds / 4) else 1 end
                    * case
                        when seconds - age < seconds / 8 then 0.75 + 2 * greatest(0, seconds - age) / seconds
                        else 1
                    end
                    / 0.9
                    * (0.8 + 0.4 * (wave + (next_wave - wave) * part * part * (3 - 2 * part)))
                    * (1 + 0.07 * cos((moment %% 86400 / 3600.0 - 19) * 0.2618))
                    + %21$s
                )) as bigint) as viewers,
                make_timestamp(case when moment >= back_at then back_at else starts end * 1000000) as started_at
            from waves
            """;

    private Observations() {}

    /** @param channels how many there are in all */
    static String of(LocalDate date, long channels) {
        long day = date.toEpochDay();
        Object[] parts = new Object[23];
        parts[0] = day;
        parts[1] = day * SECONDS_PER_DAY;
        for (int trait = 0; trait < 13; trait++) {
            parts[2 + trait] = Draw.unit(101 + trait, "channel, day");
        }
        parts[15] = scene("first_choice", "first_draw");
        parts[16] = scene("second_choice", "second_draw");
        parts[17] = Draw.unit(201, "channel, day, knot");
        parts[18] = Draw.unit(201, "channel, day, knot + 1");
        parts[19] = Draw.categoryId("case when moment >= changes_at then second_category else first_category end");
        parts[20] = Draw.unit(202, "channel, moment");
        parts[21] = 2 * channels;
        parts[22] = channels;
        return String.format(Locale.ROOT, LIVE, parts);
    }

    private static String scene(String choice, String draw) {
        return "case when " + choice + " < 0.65 then favourite when " + choice + " < 0.7333 then second_favourite when "
                + choice + " < 0.8167 then third_favourite when " + choice + " < 0.9 then fourth_favourite else "
                + Draw.category(draw) + " end";
    }
}
