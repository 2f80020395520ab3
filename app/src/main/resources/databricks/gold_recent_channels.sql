-- Empty for the same reason; a server of its own keeps it to be quick.
select
    cast(null as bigint) as channel_id,
    cast(null as string) as category_id,
    cast(null as timestamp) as on_air_until,
    cast(null as boolean) as is_last
where 1 = 0
