package io.streamgauge.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.lake.LandingRow;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of the titles and tags that snapshots show. */
class BroadcastTitlesTest {

    @TempDir
    Path folder;

    @Test
    void theRowReceivedLastStands() {
        assertThat(titles(
                        List.of(shows(1, "first"), shows(2, "other"), shows(1, "last")),
                        List.of(shows(1, "last"), shows(1, "first"))))
                .containsExactly(
                        "1001 1 first [English] 10:15 10:15",
                        "1001 1 last [English] 10:00 10:00",
                        "1002 2 other [English] 10:00 10:00");
    }

    @Test
    void aTitleThatComesBackIsOneRowAroundTheOther() {
        assertThat(titles(
                        List.of(shows(1, "A")),
                        List.of(shows(1, "B")),
                        List.of(shows(1, "B")),
                        List.of(shows(1, "A")),
                        List.of(shows(2, "A"))))
                .containsExactly(
                        "1001 1 A [English] 10:00 10:45",
                        "1001 1 B [English] 10:15 10:30",
                        "1002 2 A [English] 11:00 11:00");
    }

    @Test
    void eachBroadcastOfAChannelHasItsOwn() {
        assertThat(titles(List.of(
                        shows(1, "one"),
                        new RowOf(2).userId("1001").title("two").row())))
                .containsExactly("1001 1 one [English] 10:00 10:00", "1001 2 two [English] 10:00 10:00");
    }

    @Test
    void tagsStandAsTheyCameAndMissingTitlesAreEmpty() {
        assertThat(titles(List.of(
                        new RowOf(1).tags(null).row(),
                        new RowOf(2).tags(List.of()).row(),
                        new RowOf(3).tags(List.of("b", "a", "b")).row(),
                        new RowOf(4).tags(Arrays.asList("a, b", null)).row(),
                        shows(5, null),
                        shows(6, ""))))
                .containsExactly(
                        "1001 1 Title 1 null 10:00 10:00",
                        "1002 2 Title 2 [] 10:00 10:00",
                        "1003 3 Title 3 [b, a, b] 10:00 10:00",
                        "1004 4 Title 4 ['a, b', NULL] 10:00 10:00",
                        "1005 5  [English] 10:00 10:00",
                        "1006 6  [English] 10:00 10:00");
    }

    @Test
    void otherTagsUnderOneTitleAreAChange() {
        assertThat(titles(
                        List.of(new RowOf(1).tags(List.of("a", "b")).row()),
                        List.of(new RowOf(1).tags(List.of("b", "a")).row()),
                        List.of(new RowOf(1).tags(null).row())))
                .containsExactly(
                        "1001 1 Title 1 [a, b] 10:00 10:00",
                        "1001 1 Title 1 [b, a] 10:15 10:15",
                        "1001 1 Title 1 null 10:30 10:30");
    }

    @Test
    void textStandsAsFarAsItCanBeKept() {
        assertThat(titles(List.of(
                        shows(1, "half \ud83d end"),
                        shows(2, "nul \u0000 \u202e 🔥 \"quoted\""),
                        new RowOf(3).tags(List.of("cut\udc4d")).row())))
                .containsExactly(
                        "1001 1 half \ufffd end [English] 10:00 10:00",
                        "1002 2 nul \u0000 \u202e 🔥 \"quoted\" [English] 10:00 10:00",
                        "1003 3 Title 3 [cut\ufffd] 10:00 10:00");
    }

    @Test
    void whatCannotBeUsedHasNone() {
        LandingRow negative = new RowOf(2).viewers(-1L).row();
        LandingRow misfit =
                new RowOf(3).problem("title is a number, expected text", "{}").row();
        try (LakeFixture lake = LakeFixture.in(folder)) {
            lake.land(at(0), shows(1, "usable"), negative, misfit);
            lake.land(at(1), false, List.of(shows(1, "partial")));
            lake.transform();

            assertThat(titles(lake)).containsExactly("1001 1 usable [English] 10:00 10:00");
        }
    }

    @Test
    void aRenamingAroundMidnightStandsOnBothDays() {
        try (LakeFixture lake = LakeFixture.in(folder)) {
            lake.land(at(54), shows(1, "before"));
            lake.land(at(55), shows(1, "after"));
            lake.land(at(56), shows(1, "after"));
            lake.transform();

            assertThat(titles(lake))
                    .containsExactly(
                            "1001 1 after [English] 00:00 00:00",
                            "1001 1 after [English] 23:45 23:45",
                            "1001 1 before [English] 23:30 23:30");
        }
    }

    @Test
    void filesAreTheSameInWhateverOrderSnapshotsArrive() {
        List<Integer> slots = new ArrayList<>();
        for (int slot = 50; slot < 62; slot++) {
            slots.add(slot);
        }
        List<String> inOrder = arrive(folder.resolve("in-order"), slots, 1);
        List<String> atOnce = arrive(folder.resolve("at-once"), slots, slots.size());
        Collections.shuffle(slots, new Random(7));
        List<String> shuffled = arrive(folder.resolve("shuffled"), slots, 4);

        assertThat(inOrder)
                .hasSize(7)
                .filteredOn(key -> key.contains("date=2026-01-05"))
                .singleElement();
        assertThat(atOnce).isEqualTo(inOrder);
        assertThat(shuffled).isEqualTo(inOrder);
    }

    private static List<String> arrive(Path folder, List<Integer> slots, int atOnce) {
        try (LakeFixture lake = LakeFixture.in(folder)) {
            for (int from = 0; from < slots.size(); from += atOnce) {
                for (int slot : slots.subList(from, Math.min(from + atOnce, slots.size()))) {
                    Random random = new Random(slot);
                    List<LandingRow> rows = new ArrayList<>();
                    for (int stream = 1; stream < 40; stream++) {
                        List<String> tags = random.nextInt(5) == 0 ? null : List.of("tag" + random.nextInt(2));
                        rows.add(new RowOf(stream)
                                .title("Title " + random.nextInt(3))
                                .tags(tags)
                                .row());
                    }
                    lake.land(at(slot), true, rows);
                }
                lake.transform();
            }
            List<String> keys = lake.publishedKeys().stream()
                    .filter(key -> key.startsWith("tables/silver_broadcast_titles/"))
                    .toList();
            lake.rebuild();
            assertThat(lake.publishedKeys()).containsAll(keys);
            return keys;
        }
    }

    private List<String> titles(List<?>... crawls) {
        try (LakeFixture lake = LakeFixture.in(folder)) {
            for (int slot = 0; slot < crawls.length; slot++) {
                lake.land(
                        at(slot),
                        true,
                        crawls[slot].stream().map(LandingRow.class::cast).toList());
            }
            lake.transform();
            List<String> open = titles(lake);
            lake.land(at(96), shows(9_999, "next day"));
            lake.transform();
            assertThat(titles(lake))
                    .as("when the day is over")
                    .filteredOn(row -> !row.contains("next day"))
                    .isEqualTo(open);
            return open;
        }
    }

    private static List<String> titles(LakeFixture lake) {
        return lake.select(
                """
                with days as (
                    select
                        channel_id, stream_id, title, tags,
                        min(first_seen_at) as first_seen_at, max(last_seen_at) as last_seen_at
                    from silver_broadcast_titles
                    group by channel_id, stream_id, title, tags, date_trunc('day', first_seen_at)
                )
                select *, cast(tags as varchar) as tags_text from days
                order by stream_id, title, tags nulls last, strftime(first_seen_at, '%H')
                """,
                List.of("silver_broadcast_titles"),
                row -> row.number("channel_id") + " "
                        + row.number("stream_id") + " " + row.text("title") + " " + row.text("tags_text") + " "
                        + row.instant("first_seen_at").toString().substring(11, 16) + " "
                        + row.instant("last_seen_at").toString().substring(11, 16));
    }

    private static LandingRow shows(long stream, String title) {
        return new RowOf(stream).title(title).row();
    }

    private static Instant at(int slot) {
        return Instant.parse("2026-01-05T10:00:00Z").plusSeconds(900L * slot);
    }
}
