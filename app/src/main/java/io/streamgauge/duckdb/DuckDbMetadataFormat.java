package io.streamgauge.duckdb;

import io.streamgauge.engine.Provided;
import io.streamgauge.lake.CategoryFacts;
import io.streamgauge.lake.Json;
import io.streamgauge.lake.LakeException;
import io.streamgauge.lake.MetadataFormat;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Facts of categories as Parquet: a row for the category itself, and one for each label of its game. */
public final class DuckDbMetadataFormat implements MetadataFormat {

    private static final String OPTIONS = " (format parquet, compression zstd)";

    /** Of each category the rows of the newest time, and of every time at which the category's own row had changed. */
    private static final String MERGE = """
            with facts as (select distinct * from read_parquet([%s], hive_partitioning = false)),
            times as (
                select
                    category_id,
                    fetched_at,
                    (is_known, name, igdb_id, game_id) as told,
                    lag((is_known, name, igdb_id, game_id)) over (partition by category_id order by fetched_at) as before,
                    lead(fetched_at) over (partition by category_id order by fetched_at) as later
                from facts
                where kind = 'category'
            )
            select facts.*
            from facts
            inner join times using (category_id, fetched_at)
            where times.later is null or times.before is null or times.told is distinct from times.before
            order by category_id, fetched_at, kind, label_id
            """;

    private final DuckDb duckDb;
    private final Path scratch;

    /** @param scratch a folder for the rows of a file in the making */
    public DuckDbMetadataFormat(DuckDb duckDb, Path scratch) {
        this.duckDb = duckDb;
        this.scratch = scratch;
    }

    @Override
    public void write(List<CategoryFacts> facts, Path file) {
        String types = Provided.CATEGORY_FACTS.stream()
                .map(column -> column.split(" "))
                .map(column -> column[0] + ": '" + (column[1].equals("string") ? "varchar" : column[1]) + "'")
                .collect(Collectors.joining(", ", "{", "}"));
        try {
            Path lines = Files.createTempFile(scratch, "facts", ".jsonl");
            try {
                writeLines(facts, lines);
                duckDb.execute("copy (select * from read_json(" + DuckDb.quoted(lines)
                        + ", format = 'newline_delimited', columns = " + types
                        + ") order by category_id, kind, label_id) to " + DuckDb.quoted(file) + OPTIONS);
            } finally {
                Files.deleteIfExists(lines);
            }
        } catch (IOException e) {
            throw new LakeException("Cannot write metadata: " + e.getMessage(), e);
        }
    }

    private static void writeLines(List<CategoryFacts> facts, Path lines) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(lines, StandardCharsets.UTF_8)) {
            for (CategoryFacts each : facts) {
                line(out, category(each));
                if (each.game() != null) {
                    for (CategoryFacts.Label label : each.game().labels()) {
                        Map<String, Object> row = row(each, label.kind());
                        row.put("label_id", label.id());
                        row.put("label", label.name());
                        line(out, row);
                    }
                }
            }
        }
    }

    private static void line(BufferedWriter out, Map<String, Object> row) throws IOException {
        out.write(new String(Json.bytes(row), StandardCharsets.UTF_8));
        out.write('\n');
    }

    private static Map<String, Object> category(CategoryFacts facts) {
        Map<String, Object> row = row(facts, "category");
        row.put("is_known", facts.known());
        row.put("name", facts.name());
        row.put("box_art_url", facts.boxArtUrl());
        row.put("igdb_id", facts.igdbId());
        CategoryFacts.Game game = facts.game();
        if (game != null) {
            row.put("game_id", game.id());
            row.put("found_by", game.foundBy());
            row.put("game_name", game.name());
            row.put("slug", game.slug());
            row.put("first_release_at", game.firstReleaseAt() == null ? null : time(game.firstReleaseAt()));
            row.put("game_type", game.gameType());
            row.put("total_rating", game.totalRating());
            row.put("cover_image_id", game.coverImageId());
        }
        return row;
    }

    private static Map<String, Object> row(CategoryFacts facts, String kind) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("category_id", facts.categoryId());
        row.put("fetched_at", time(facts.fetchedAt()));
        row.put("kind", kind);
        return row;
    }

    private static String time(Instant time) {
        return time.toString().replace('T', ' ').replace("Z", "");
    }

    @Override
    public void merge(List<Path> files, Path file) {
        duckDb.execute("copy (" + MERGE.formatted(list(files)) + ") to " + DuckDb.quoted(file) + OPTIONS);
    }

    @Override
    public Map<String, Instant> fetchedAt(List<Path> files) {
        Map<String, Instant> times = new HashMap<>();
        if (!files.isEmpty()) {
            duckDb.select(
                    "select category_id, max(fetched_at) as fetched_at from read_parquet([" + list(files)
                            + "], hive_partitioning = false) group by category_id",
                    List.of(),
                    row -> times.put(row.text("category_id"), row.instant("fetched_at")));
        }
        return times;
    }

    private static String list(List<Path> files) {
        return files.stream().map(DuckDb::quoted).collect(Collectors.joining(", "));
    }
}
