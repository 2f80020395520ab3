-- No period is counted by when channels were last on air: all are counted by their pieces.
select
    cast(null as string) as period,
    cast(null as timestamp) as period_start,
    cast(null as timestamp) as open_from
where 1 = 0
