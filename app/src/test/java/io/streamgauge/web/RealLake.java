package io.streamgauge.web;

import io.streamgauge.analytics.Analytics;
import io.streamgauge.analytics.LakeAnalytics;
import io.streamgauge.duckdb.DuckDbMetadataFormat;
import io.streamgauge.duckdb.LakeFixture;
import io.streamgauge.lake.CategoryFacts;
import io.streamgauge.lake.CategoryMetadata;
import io.streamgauge.lake.LandingRow;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** A lake of a few hours, with a gap, a partial snapshot and a broadcast whose start is unknown. */
final class RealLake implements AutoCloseable {

    static final Instant START = Instant.parse("2026-01-05T20:00:00Z");

    private static final int SLOTS = 10;

    private final LakeFixture lake;
    private final Analytics analytics;

    RealLake(Path folder) {
        lake = LakeFixture.in(folder);
        for (int slot = 0; slot < SLOTS; slot++) {
            if (slot != 3) {
                lake.land(START.plusSeconds(900L * slot), slot != 5, rows(slot));
            }
        }
        lake.transform();
        learn();
        lake.transform();
        Clock clock = Clock.fixed(START.plusSeconds(900L * SLOTS + 300), ZoneOffset.UTC);
        analytics = new LakeAnalytics(lake.store, lake.ledger, lake.models, lake.duckDb, clock);
    }

    /** One category is an old game, one came out while it was watched, one is no game. */
    private void learn() {
        List<CategoryFacts> facts = List.of(
                facts("30", Instant.parse("2009-10-27T00:00:00Z"), List.of(label("genre", 12), label("genre", 31))),
                facts("31", START.plusSeconds(3600), List.of(label("genre", 12), label("theme", 1), label("mode", 2))),
                new CategoryFacts("32", START, true, "Talk", "", "", null));
        new CategoryMetadata(lake.store, Clock.fixed(START, ZoneOffset.UTC), lake.scratch)
                .add(facts, new DuckDbMetadataFormat(lake.duckDb, lake.scratch));
    }

    private static CategoryFacts facts(String id, Instant release, List<CategoryFacts.Label> labels) {
        return new CategoryFacts(
                id,
                START,
                true,
                "Category " + id,
                "",
                id,
                new CategoryFacts.Game(
                        Long.parseLong(id), "helix", "Game " + id, "game-" + id, release, 0L, 71.5, null, labels));
    }

    private static CategoryFacts.Label label(String kind, long id) {
        return new CategoryFacts.Label(kind, id, kind + " " + id);
    }

    private static List<LandingRow> rows(int slot) {
        List<LandingRow> rows = new ArrayList<>();
        for (int channel = 1; channel <= 12; channel++) {
            if ((slot + channel) % 5 != 0) {
                String category = channel % 4 == 0 ? "" : String.valueOf(30 + channel % 3);
                rows.add(LakeFixture.row(100L * channel + slot / 9, channel, category, 7L * channel + slot));
            }
        }
        return rows;
    }

    Analytics analytics() {
        return analytics;
    }

    @Override
    public void close() {
        lake.close();
    }
}
