package io.streamgauge.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.duckdb.LakeFixture;
import io.streamgauge.lake.LandingRow;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormerNamesTest {

    private static final Period DAY =
            new Period(Instant.parse("2026-01-05T00:00:00Z"), Instant.parse("2026-01-06T00:00:00Z"));

    @TempDir
    Path folder;

    @Test
    void channelKnowsEachOtherNameOnceTheNewestFirst() {
        try (LakeFixture lake = LakeFixture.in(folder)) {
            lake.land(at("10:00"), named("first"));
            lake.land(at("10:15"), named("second"));
            lake.land(at("10:30"), named("first"));
            lake.land(at("10:45"), named("third"));
            lake.land(at("11:00"), named("now"));
            lake.transform();
            Analytics analytics = new LakeAnalytics(
                    lake.store, lake.ledger, lake.models, lake.duckDb, Clock.fixed(at("12:00"), ZoneOffset.UTC));

            assertThat(analytics.channel("7", DAY).orElseThrow().identity())
                    .isEqualTo(new ChannelReport.Identity(
                            "7", "now", "Now", List.of("Third", "First", "Second"), at("10:00"), at("11:00")));
            assertThat(analytics.channel("second", DAY).orElseThrow().identity().channelId())
                    .isEqualTo("7");
        }
    }

    @Test
    void namesOfMonthsAreFoundAsThoseOfDaysAre() {
        try (LakeFixture lake = LakeFixture.in(folder)) {
            Instant before = Instant.parse("2025-10-30T10:00:00Z");
            Instant early = Instant.parse("2025-12-05T10:00:00Z");
            Instant late = Instant.parse("2025-12-30T10:00:00Z");
            lake.land(before, named("first"), named(8, "gone"));
            lake.land(early, named("second"), named(9, "other"));
            lake.land(late, named("first"));
            lake.land(at("10:00"), named("now"));
            lake.transform();
            Period ever = new Period(before, at("12:00"));
            Analytics analytics = new LakeAnalytics(
                    lake.store, lake.ledger, lake.models, lake.duckDb, Clock.fixed(at("12:00"), ZoneOffset.UTC));

            assertThat(lake.publishedKeys())
                    .filteredOn(key -> key.startsWith("tables/silver_monthly_channel_names/"))
                    .hasSize(2);
            assertThat(analytics.channel("7", ever).orElseThrow().identity())
                    .isEqualTo(new ChannelReport.Identity(
                            "7", "now", "Now", List.of("First", "Second"), before, at("10:00")));
            assertThat(analytics.channel("gone", ever).orElseThrow().identity())
                    .isEqualTo(new ChannelReport.Identity("8", "gone", "Gone", List.of(), before, before));
            assertThat(analytics
                            .channels(ever, RankingQuery.top(RankedBy.HOURS_WATCHED, 5))
                            .rows())
                    .extracting(Ranking.Channel::name)
                    .containsExactly("Now", "Gone", "Other");
            assertThat(analytics.search("o", 5).channels())
                    .extracting(SearchResult.Channel::name)
                    .containsExactly("Other", "Now", "Gone");
        }
    }

    @Test
    void rememberedNamesGiveWayToNewOnes() {
        try (LakeFixture lake = LakeFixture.in(folder)) {
            Instant early = Instant.parse("2026-01-02T10:00:00Z");
            lake.land(early, named(8, "gone"));
            lake.land(at("10:00"), named("first"), named(9, "other"));
            lake.transform();
            Period ever = new Period(early, at("12:00"));
            Analytics analytics = new LakeAnalytics(
                    lake.store, lake.ledger, lake.models, lake.duckDb, Clock.fixed(at("12:00"), ZoneOffset.UTC));
            assertThat(names(analytics, ever)).containsExactlyInAnyOrder("First", "Gone", "Other");

            lake.land(at("10:15"), named("now"));
            lake.transform();
            assertThat(names(analytics, ever)).containsExactlyInAnyOrder("Now", "Gone", "Other");

            lake.land(early.plusSeconds(900), named(8, "late"));
            lake.transform();
            assertThat(names(analytics, ever)).containsExactlyInAnyOrder("Now", "Late", "Other");

            lake.land(Instant.parse("2026-01-06T10:00:00Z"), named("next"));
            lake.land(Instant.parse("2026-01-07T10:00:00Z"), named(9, "last"));
            lake.transform();
            Period longer = new Period(early, Instant.parse("2026-01-07T12:00:00Z"));
            assertThat(names(analytics, longer)).containsExactlyInAnyOrder("Next", "Late", "Last");
        }
    }

    @Test
    void whoIsForgottenIsNotRemembered() {
        try (LakeFixture lake = LakeFixture.in(folder)) {
            lake.land(at("10:00"), named("first"), named(9, "other"));
            lake.transform();
            SeenChannels seen = new SeenChannels(lake, Duration.ofMinutes(15));
            NewestNames before = seen.view().names();
            assertThat(before.of(List.of(7L, 9L))).containsOnlyKeys(7L, 9L);

            lake.transformer.forget(9);
            NewestNames after = seen.view().names();
            after.carryOver(before);
            assertThat(after.of(List.of(7L, 9L))).containsOnlyKeys(7L);
        }
    }

    private static List<String> names(Analytics analytics, Period period) {
        return analytics.channels(period, RankingQuery.top(RankedBy.HOURS_WATCHED, 5)).rows().stream()
                .map(Ranking.Channel::name)
                .toList();
    }

    @Test
    void aMonthThatDaysWereAddedToIsWhatItIsWhenComputedAtOnce() {
        try (LakeFixture lake = LakeFixture.in(folder)) {
            for (int day = 1; day <= 5; day++) {
                lake.land(
                        Instant.parse("2026-01-0" + day + "T10:00:00Z"),
                        named(day % 2 == 0 ? "even" : "odd"),
                        named(day, "login" + day));
                lake.transform();
            }
            lake.land(Instant.parse("2026-01-02T11:00:00Z"), named("late"));
            lake.transform();
            lake.land(Instant.parse("2026-01-06T10:00:00Z"), named("now"));
            lake.transform();
            List<String> added = months(lake);
            lake.rebuild();

            assertThat(added).hasSize(1).isEqualTo(months(lake));
            assertThat(lake.select(
                            "select login from silver_monthly_channel_names where channel_id = 7 order by first_seen_at",
                            List.of("silver_monthly_channel_names"),
                            row -> row.text("login")))
                    .containsExactly("odd", "even", "late");
        }
    }

    private static List<String> months(LakeFixture lake) {
        return lake.publishedKeys().stream()
                .filter(key -> key.startsWith("tables/silver_monthly_channel_names/"))
                .toList();
    }

    private static LandingRow named(String login) {
        return named(7, login);
    }

    private static LandingRow named(long channel, String login) {
        LandingRow row = LakeFixture.row(channel, channel, "33", 100);
        return new LandingRow(
                row.observedAt(),
                row.page(),
                row.position(),
                row.id(),
                row.userId(),
                login,
                login.substring(0, 1).toUpperCase(Locale.ROOT) + login.substring(1),
                row.gameId(),
                row.gameName(),
                row.type(),
                row.title(),
                row.tags(),
                row.viewerCount(),
                row.startedAt(),
                row.language(),
                row.thumbnailUrl(),
                row.tagIds(),
                row.isMature(),
                row.extra(),
                row.problem(),
                row.raw());
    }

    private static Instant at(String time) {
        return Instant.parse("2026-01-05T" + time + ":00Z");
    }
}
