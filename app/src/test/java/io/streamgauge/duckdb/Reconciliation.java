package io.streamgauge.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.engine.Binder;
import io.streamgauge.engine.Engine;
import io.streamgauge.engine.Query;
import io.streamgauge.engine.Span;
import io.streamgauge.engine.State;
import io.streamgauge.engine.Tables;
import io.streamgauge.engine.Target;
import io.streamgauge.lake.CategoryFacts;
import io.streamgauge.lake.CategoryMetadata;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The rule by which figures of genres and the like reconcile with those of categories, whichever engine made the tables: of a kind,
 * all viewer-seconds of a period are those of the categories, each taken as often as it has labels of the kind, and at least once.
 */
public final class Reconciliation {

    /** In the SQL that engines share. */
    private static final String OFF = """
            with

            kinds as (select kind from (values ('genre'), ('theme'), ('mode'), ('age')) as given(kind)),

            counts as (
                select category_id, kind, count(*) as labels
                from gold_category_labels
                where kind <> 'age'
                group by category_id, kind
            ),

            categories as (
                select
                    slices.period_start,
                    games.category_id,
                    sum(games.viewers * slices.seconds) as viewer_seconds,
                    sum(games.channels * slices.seconds) as live_seconds
                from gold_game_metrics as games
                inner join period_slices as slices on games.snapshot_at = slices.snapshot_at
                group by slices.period_start, games.category_id
            ),

            expected as (
                select
                    categories.period_start,
                    kinds.kind,
                    cast(sum(categories.viewer_seconds * coalesce(counts.labels, 1)) as bigint) as viewer_seconds,
                    cast(sum(categories.live_seconds * coalesce(counts.labels, 1)) as bigint) as live_seconds
                from categories
                cross join kinds
                left join counts on categories.category_id = counts.category_id and kinds.kind = counts.kind
                group by categories.period_start, kinds.kind
            ),

            found as (
                select
                    period_start,
                    kind,
                    cast(sum(viewer_seconds) as bigint) as viewer_seconds,
                    cast(sum(live_seconds) as bigint) as live_seconds
                from label_metrics
                group by period_start, kind
            )

            select
                expected.kind || ' '
                || case
                    when
                        expected.viewer_seconds = found.viewer_seconds
                        and expected.live_seconds = found.live_seconds
                        then 'reconciles'
                    else 'is off'
                end as verdict
            from expected
            left join found on expected.period_start = found.period_start and expected.kind = found.kind
            order by expected.kind
            """;

    private static final String KEPT = """
            select cast(kept.day_at as string) || ' ' || kept.kind || ' ' || kept.label_id as off
            from gold_label_days as kept
            full join label_metrics as viewed
                on kept.day_at = viewed.period_start and kept.kind = viewed.kind and kept.label_id = viewed.label_id
            where
                kept.viewer_seconds is distinct from viewed.viewer_seconds
                or kept.live_seconds is distinct from viewed.live_seconds
                or kept.peak_viewers is distinct from viewed.peak_viewers
                or kept.peak_at is distinct from viewed.peak_at
                or kept.peak_channels is distinct from viewed.peak_channels
            """;

    private Reconciliation() {}

    /** Of any period of a lake, with any engine that knows the models; something must have been watched. */
    public static void holds(Engine engine, LakeFixture lake, Instant from, Instant to) {
        Query query = binder(lake)
                .periods(
                        OFF,
                        List.of("gold_game_metrics", "gold_category_labels", "period_slices", "label_metrics"),
                        List.of(),
                        List.of(new Target("asked", new Span(from, to))));
        assertThat(engine.texts(query, "verdict"))
                .containsExactly("age reconciles", "genre reconciles", "mode reconciles", "theme reconciles");
    }

    /** What is kept of a day that is over is what the views say of it now, to the last peak. */
    public static void isKept(LakeFixture lake, LocalDate date) {
        Query query = binder(lake)
                .periods(
                        KEPT,
                        List.of("gold_label_days", "label_metrics"),
                        List.of(),
                        List.of(new Target("day", Span.day(date))));
        assertThat(lake.engine.texts(query, "off")).isEmpty();
    }

    private static Binder binder(LakeFixture lake) {
        State state = State.of(lake.ledger, lake.ledger.current().orElseThrow());
        return new Binder(lake.models, new Tables(lake.models, lake.store, state));
    }

    /** Learns at random what some categories are; some are no game, some have several genres, some came out lately. */
    public static void learn(LakeFixture lake, Random random, Instant at, String... categories) {
        List<CategoryFacts> facts = new ArrayList<>();
        for (String category : categories) {
            CategoryFacts.Game game = new CategoryFacts.Game(
                    Long.parseLong(category),
                    "helix",
                    "Game " + category,
                    "",
                    at.minus(Duration.ofHours(random.nextInt(400))),
                    0L,
                    null,
                    null,
                    labels(random));
            facts.add(new CategoryFacts(
                    category, at, true, "Game " + category, "", category, random.nextInt(4) == 0 ? null : game));
        }
        new CategoryMetadata(lake.store, Clock.fixed(at, ZoneOffset.UTC), lake.scratch)
                .add(facts, new DuckDbMetadataFormat(lake.duckDb, lake.scratch));
    }

    private static List<CategoryFacts.Label> labels(Random random) {
        List<CategoryFacts.Label> labels = new ArrayList<>();
        for (String kind : List.of("genre", "theme", "mode")) {
            random.ints(random.nextInt(4), 1, 6)
                    .distinct()
                    .forEach(id -> labels.add(new CategoryFacts.Label(kind, id, kind + " " + id)));
        }
        return labels;
    }
}
