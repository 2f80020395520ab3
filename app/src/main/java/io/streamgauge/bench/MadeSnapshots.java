package io.streamgauge.bench;

import io.streamgauge.duckdb.DuckDbSnapshotFormat;
import io.streamgauge.engine.Provided;
import io.streamgauge.engine.Query;
import io.streamgauge.lake.CrawlRecord;
import io.streamgauge.lake.LakeException;
import io.streamgauge.lake.Landing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** Lands snapshots of a made-up world as a crawl would: all fields, in pages of a hundred, one row in 200 repeated. */
final class MadeSnapshots {

    private static final String ROWS = """
            with

            received as (
                select *, unnest(case when hash(stream_id) %% 200 = 0 then [1, 2] else [1] end) as copy
                from updates
                where snapshot_at = %1$s
            ),

            numbered as (
                select *, cast(row_number() over (order by viewers desc, channel_id, copy) as integer) as position
                from received
            )

            select
                snapshot_at,
                snapshot_at + to_seconds(position // 400) as observed_at,
                (position + 99) // 100 as page,
                position,
                cast(stream_id as string) as id,
                cast(channel_id as string) as user_id,
                lower(to_base(cast(hash(channel_id) %% 2821109907456 as bigint), 36, 8)) as user_login,
                to_base(cast(hash(channel_id) %% 2821109907456 as bigint), 36, 8) as user_name,
                category_id as game_id,
                case when category_id = '' then '' else 'Category ' || category_id end as game_name,
                'live' as type,
                'Day ' || cast(hash(channel_id) %% 400 as string) || ' of '
                || to_base(cast(hash(stream_id, 1) %% 2821109907456 as bigint), 36, 8) || ' | '
                || case hash(channel_id, 2) %% 4
                    when 0 then 'chill stream, come and talk'
                    when 1 then 'road to the top, !discord !socials'
                    when 2 then 'first playthrough, no spoilers please'
                    else 'ranked until we drop'
                end as title,
                [
                    case language when 'en' then 'English' else 'Language ' || language end,
                    'Tag' || cast(hash(channel_id, 3) %% 900 as string),
                    'Tag' || cast(hash(channel_id, 4) %% 900 as string)
                ] as tags,
                viewers as viewer_count,
                strftime(started_at, '%%Y-%%m-%%dT%%H:%%M:%%SZ') as started_at,
                language,
                'https://static-cdn.jtvnw.net/previews-ttv/live_user_'
                || lower(to_base(cast(hash(channel_id) %% 2821109907456 as bigint), 36, 8)) || '-{width}x{height}.jpg' as thumbnail_url,
                cast([] as varchar[]) as tag_ids,
                hash(channel_id, 5) %% 5 = 0 as is_mature,
                cast(null as string) as extra,
                cast(null as string) as problem,
                cast(null as string) as raw
            from numbered
            order by position
            """;

    private final DuckDbSnapshotFormat format;
    private final Landing landing;
    private final Path scratch;

    MadeSnapshots(DuckDbSnapshotFormat format, Landing landing, Path scratch) {
        this.format = format;
        this.landing = landing;
        this.scratch = scratch;
    }

    /** Lands the snapshots of a day whose numbers, from 0, lie in the range. */
    void land(MadeWorld world, LocalDate date, int from, int to) {
        Path observations = world.observations(date);
        List<CrawlRecord> crawls = world.crawls(observations);
        for (CrawlRecord crawl : crawls.subList(from, Math.min(to, crawls.size()))) {
            land(observations, crawl);
        }
        delete(observations);
    }

    private void land(Path observations, CrawlRecord crawl) {
        Path file = scratch.resolve(crawl.id() + ".parquet");
        String sql = String.format(ROWS, Provided.literal(crawl.snapshotAt()));
        format.write(new Query(sql, MadeWorld.of("updates", observations), List.of()), crawl, file);
        landing.put(file, crawl);
        delete(file);
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new LakeException("Cannot delete " + file + ": " + e.getMessage(), e);
        }
    }
}
