package io.streamgauge.bench;

import io.streamgauge.lake.CategoryFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What the categories of a made-up world are: one in ten is no game, the others have one to three genres and a release. */
final class MadeGames {

    private static final int GENRES = 23;
    private static final int THEMES = 22;
    private static final int MODES = 6;
    private static final long OLDEST_DAYS = 5_000;

    private MadeGames() {}

    static CategoryFacts of(String categoryId) {
        Random random = new Random(categoryId.hashCode());
        Instant at = MadeWorld.start(MadeWorld.firstDay());
        String name = "Category " + categoryId;
        if (random.nextInt(10) == 0) {
            return new CategoryFacts(categoryId, at, true, name, "", "", null);
        }
        List<CategoryFacts.Label> labels = new ArrayList<>();
        add(labels, "genre", GENRES, 1 + random.nextInt(3), random);
        add(labels, "theme", THEMES, random.nextInt(3), random);
        add(labels, "mode", MODES, 1 + random.nextInt(2), random);
        Instant release = at.minus(Duration.ofDays(random.nextLong(OLDEST_DAYS) - 60));
        return new CategoryFacts(
                categoryId,
                at,
                true,
                name,
                "",
                categoryId,
                new CategoryFacts.Game(1, "helix", name, "", release, 0L, null, null, labels));
    }

    private static void add(List<CategoryFacts.Label> labels, String kind, int of, int many, Random random) {
        random.ints(1, of + 1)
                .distinct()
                .limit(many)
                .forEach(id -> labels.add(new CategoryFacts.Label(kind, id, kind + " " + id)));
    }
}
