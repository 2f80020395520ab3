-- What the periods are put together from: a week from days, a window from whole hours and what is left at its ends.
with

windows as (
    select
        period,
        period_start,
        unix_timestamp(period_start) as from_second,
        unix_timestamp(period_end) as to_second,
        3600 * cast(ceil(cast(unix_timestamp(period_start) as double) / 3600) as bigint) as first_hour,
        3600 * cast(floor(cast(unix_timestamp(period_end) as double) / 3600) as bigint) as last_hour
    from target_periods
    where period like 'last-%'
),

pieces as (
    select
        period,
        period_start,
        period as piece,
        unix_timestamp(period_start) as piece_from,
        unix_timestamp(period_end) as piece_to
    from target_periods
    where period in ('hour', 'day')

    union all

    select
        period,
        period_start,
        'day' as piece,
        day_second as piece_from,
        day_second + 86400 as piece_to
    from (
        select
            period,
            period_start,
            explode(
                sequence(
                    unix_timestamp(period_start), unix_timestamp(period_end) - 86400, cast(86400 as bigint)
                )
            ) as day_second
        from target_periods
        where period = 'week'
    ) as days

    union all

    select
        period,
        period_start,
        'hour' as piece,
        hour_second as piece_from,
        hour_second + 3600 as piece_to
    from (
        select
            period,
            period_start,
            explode(sequence(first_hour, last_hour - 3600, cast(3600 as bigint))) as hour_second
        from windows
        where first_hour < last_hour
    ) as hours

    union all

    select
        period,
        period_start,
        'edge' as piece,
        from_second as piece_from,
        first_hour as piece_to
    from windows
    where from_second < first_hour

    union all

    select
        period,
        period_start,
        'edge' as piece,
        last_hour as piece_from,
        to_second as piece_to
    from windows
    where last_hour < to_second
)

select
    period,
    period_start,
    piece,
    cast(timestamp_seconds(piece_from) as timestamp) as piece_start,
    cast(timestamp_seconds(piece_to) as timestamp) as piece_end
from pieces
