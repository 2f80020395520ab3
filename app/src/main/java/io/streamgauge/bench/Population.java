package io.streamgauge.bench;

import java.util.Locale;

/** SQL for all channels of a made-up world: their ids, habits, sizes, languages and favourite categories. */
final class Population {

    /** Hours a day that an average channel is live, as the simulator's channels are. */
    private static final double LIVE_HOURS_PER_DAY = 0.646;

    private static final String CHANNELS = """
            with

            tongues(language, utc, low, high) as (values %1$s),

            drawn as (
                select
                    cast(number as bigint) as channel,
                    %2$s as habit,
                    %3$s as turn,
                    %4$s as tongue,
                    %5$s as size_class,
                    %6$s as size,
                    %7$s as rhythm,
                    %8$s as first,
                    %9$s as second,
                    %10$s as third,
                    %11$s as length
                from range(%12$d) as numbers(number)
            ),

            placed as (
                select
                    *,
                    case
                        when habit >= 0.78 and size_class < 0.0399 then greatest(size * 0.03, %13$s)
                        else 0.03 + size * 0.97
                    end as place
                from drawn
            )

            select
                channel,
                cast(
                    case
                        when channel < %14$d then 200000 + channel * 20
                        when channel < %15$d then 1000000 + (channel - %14$d) * 60
                        when channel < %16$d then 10000000 + (channel - %15$d) * 120
                        when channel < %17$d then 100000000 + (channel - %16$d) * 480
                        else 1000000000 + (channel - %17$d) * 500
                    end + hash(channel) %% 20 as bigint
                ) as channel_id,
                language,
                case when habit < 0.78 then 0 when habit < 0.92 then 1 else 2 end as habit,
                cast(floor(turn * 7) as integer) as turn,
                cast(floor(turn * 42) as integer) %% 6 as week,
                %18$s as viewers,
                (
                    case
                        when rhythm < 0.42 then first * 24
                        when rhythm < 0.68 then 13.5 + 5.6 * (first + second + third - 1.5)
                        else 17.5 + 4.4 * (first + second + third - 1.5)
                    end - utc + 48
                ) %% 24 * 3600 as start_second,
                length,
                %19$s as favourite,
                %20$s as second_favourite,
                %21$s as third_favourite,
                %22$s as fourth_favourite
            from placed
            inner join tongues on tongue >= low and tongue < high
            """;

    private Population() {}

    static long count(int streams) {
        return Math.round(streams * 24 / LIVE_HOURS_PER_DAY);
    }

    static String channels(int streams) {
        long count = count(streams);
        Object[] parts = new Object[22];
        parts[0] = Tongue.rows();
        for (int trait = 1; trait <= 10; trait++) {
            parts[trait] = Draw.unit(trait, "number");
        }
        parts[11] = count;
        parts[12] = String.format(Locale.ROOT, "%.9f", 0.7 / streams);
        parts[13] = count / 100;
        parts[14] = count / 20;
        parts[15] = count / 4;
        parts[16] = count * 3 / 4;
        parts[17] = Draw.viewers("place");
        for (int favourite = 0; favourite < 4; favourite++) {
            parts[18 + favourite] = Draw.category(Draw.unit(20 + favourite, "channel"));
        }
        return String.format(Locale.ROOT, CHANNELS, parts);
    }
}
