package io.streamgauge.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamgauge.duckdb.LakeFixture;
import io.streamgauge.engine.Keeping;
import io.streamgauge.lake.LandingRow;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BroadcastHistoryTest {

    private static final List<String> TAGS = List.of("English", "cozy");

    @TempDir
    Path folder;

    @Test
    void tellsTitlesCategoriesAndFiguresAcrossMidnight() {
        try (LakeFixture lake = LakeFixture.in(folder)) {
            lake.land(at("05T23:00"), LakeFixture.row(1, 7, "33", 900));
            lake.land(at("05T23:15"), LakeFixture.row(2, 7, "33", 100, "A", TAGS));
            lake.land(at("05T23:30"), LakeFixture.row(2, 7, "44", 200, "B", null));
            lake.land(at("06T00:00"), LakeFixture.row(2, 7, "33", 50, "B", List.of()));
            lake.land(at("06T00:15"), LakeFixture.row(2, 7, "33", 200, "A", TAGS), LakeFixture.row(8, 8, "33", 1));
            lake.land(at("06T00:30"), LakeFixture.row(3, 7, "33", 900), LakeFixture.row(8, 8, "33", 1));
            lake.land(at("07T00:00"), LakeFixture.row(8, 8, "33", 1));
            lake.transform();

            BroadcastReport report = analytics(lake, "07T00:05")
                    .broadcast("login7", 2, Optional.empty())
                    .orElseThrow();

            assertThat(report.channel()).isEqualTo(new BroadcastReport.Channel("7", "login7", "Name7"));
            assertThat(report.broadcastId()).isEqualTo("2");
            assertThat(report.startedAt()).isEqualTo("2026-01-05T09:00:00Z");
            assertThat(report.firstSeenAt()).isEqualTo(at("05T23:15"));
            assertThat(report.lastSeenAt()).isEqualTo(at("06T00:15"));
            assertThat(report.summary())
                    .isEqualTo(new BroadcastReport.Summary(187.5, 675_000, 200, at("05T23:30"), 150, 1.25));
            assertThat(report.titles())
                    .containsExactly(
                            new BroadcastReport.Title("A", TAGS, at("05T23:15"), at("06T00:15")),
                            new BroadcastReport.Title("B", List.of(), at("05T23:30"), at("06T00:00")));
            assertThat(report.categories())
                    .containsExactly(
                            new BroadcastReport.Category("33", "Category 33", at("05T23:15"), at("05T23:30")),
                            new BroadcastReport.Category("44", "Category 44", at("05T23:30"), at("06T00:00")),
                            new BroadcastReport.Category("33", "Category 33", at("06T00:00"), at("06T00:30")));
            assertThat(report.series())
                    .hasSize(4)
                    .contains(new ChannelReport.Point(at("05T23:30"), at("05T23:45"), at("06T00:00"), 200, "44", "2"));
            assertThat(report.ranks())
                    .containsExactly(
                            new BroadcastReport.Rank(at("05T23:15"), at("05T23:30"), 1, 1),
                            new BroadcastReport.Rank(at("05T23:30"), at("06T00:00"), 1, 1),
                            new BroadcastReport.Rank(at("06T00:00"), at("06T00:15"), 1, 1),
                            new BroadcastReport.Rank(at("06T00:15"), at("06T00:30"), 1, 2));
            assertThat(report.meta().from()).isEqualTo(at("05T23:15"));
            assertThat(report.meta().to()).isEqualTo(at("06T00:30"));
            assertThat(report.meta().coverage()).isEqualTo(1.0);
            assertThat(report.meta().bridged()).isEqualTo(0.2);
        }
    }

    /** One that always has 100 viewers is ranked by the large channels of its day, the others by all. */
    @ParameterizedTest
    @ValueSource(longs = {100, 99})
    void tellsItsRankAmongTheChannelsOfItsCategory(long viewers) {
        try (LakeFixture lake = LakeFixture.in(folder)) {
            lake.land(
                    at("05T10:00"),
                    LakeFixture.row(1, 7, "33", viewers),
                    LakeFixture.row(2, 8, "33", viewers + 1),
                    LakeFixture.row(3, 9, "33", viewers),
                    LakeFixture.row(4, 10, "33", 3),
                    LakeFixture.row(5, 11, "44", 900));
            lake.land(
                    at("05T10:15"),
                    LakeFixture.row(1, 7, "44", viewers + 5),
                    LakeFixture.row(2, 8, "33", 5_000),
                    LakeFixture.row(3, 9, "44", viewers + 6),
                    LakeFixture.row(5, 11, "44", 900));
            lake.land(at("06T10:00"), LakeFixture.row(6, 8, "33", 1));
            lake.transform();

            assertThat(analytics(lake, "06T10:05")
                            .broadcast("7", 1, Optional.empty())
                            .orElseThrow()
                            .ranks())
                    .containsExactly(
                            new BroadcastReport.Rank(at("05T10:00"), at("05T10:15"), 2, 4),
                            new BroadcastReport.Rank(at("05T10:15"), at("05T10:45"), 3, 3));
        }
    }

    @Test
    void anOldOneIsFoundByATimeWithinTwoDays() {
        try (LakeFixture lake = LakeFixture.in(folder)) {
            lake.land(at("05T10:00"), LakeFixture.row(1, 7, "33", 10));
            lake.land(at("20T10:00"), LakeFixture.row(2, 7, "33", 10));
            lake.transform();
            Analytics analytics = analytics(lake, "20T10:05");

            assertThat(analytics.broadcast("7", 2, Optional.empty())).isPresent();
            assertThat(analytics.broadcast("7", 1, Optional.empty())).isEmpty();
            assertThat(analytics.broadcast("7", 1, Optional.of(at("05T10:00")))).isPresent();
            assertThat(analytics.broadcast("7", 1, Optional.of(at("06T20:00")))).isPresent();
            assertThat(analytics.broadcast("7", 1, Optional.of(at("08T10:00")))).isEmpty();
            assertThat(analytics.broadcast("8", 1, Optional.of(at("05T10:00"))))
                    .as("of another channel")
                    .isEmpty();
        }
    }

    @Test
    void aLongOneIsWholeWhateverTimeItIsFoundBy() {
        try (LakeFixture lake = LakeFixture.in(folder)) {
            Instant start = at("05T10:00");
            for (int half = 0; half < 30; half++) {
                lake.land(start.plus(Duration.ofHours(12L * half)), LakeFixture.row(half < 25 ? 1 : 2, 7, "33", 10));
            }
            lake.transform();
            Analytics analytics = analytics(lake, "21T00:00");

            BroadcastReport fromItsMidst =
                    analytics.broadcast("7", 1, Optional.of(at("11T00:00"))).orElseThrow();

            assertThat(fromItsMidst.firstSeenAt()).isEqualTo(start);
            assertThat(fromItsMidst.lastSeenAt()).isEqualTo(start.plus(Duration.ofHours(12 * 24)));
            assertThat(fromItsMidst.series()).hasSize(25);
            assertThat(fromItsMidst.ranks()).as("of twelve days").isEmpty();
            assertThat(analytics.broadcast("7", 1, Optional.of(start))).hasValue(fromItsMidst);
            assertThat(analytics.broadcast("7", 1, Optional.empty())).hasValue(fromItsMidst);
        }
    }

    @Test
    void tagsComeInTheirOrderWithWhatCannotBeRead() {
        try (LakeFixture lake = LakeFixture.in(folder)) {
            lake.land(at("05T10:00"), LakeFixture.row(1, 7, "", 1, "half \ud83d", Arrays.asList("b", null, "a")));
            lake.transform();

            assertThat(analytics(lake, "05T10:01")
                            .broadcast("7", 1, Optional.empty())
                            .orElseThrow()
                            .titles())
                    .containsExactly(new BroadcastReport.Title(
                            "half \ufffd", Arrays.asList("b", null, "a"), at("05T10:00"), at("05T10:00")));
        }
    }

    @Test
    void whatIsNoLongerKeptIsMissingOrRefused() {
        Instant now = at("20T12:00");
        try (LakeFixture lake = LakeFixture.at(now, folder)) {
            for (Instant at = at("05T12:00"); !at.isAfter(now); at = at.plus(Duration.ofHours(12))) {
                lake.land(at, LakeFixture.row(at.isBefore(at("14T00:00")) ? 1 : 2, 7, "33", 10), other(at));
            }
            lake.transform();
            lake.transformer.retain(
                    new Keeping(Optional.empty(), Optional.of(Duration.ofDays(9)), Optional.of(Duration.ofHours(1))));
            Analytics analytics = analytics(lake, "20T12:00");

            BroadcastReport report =
                    analytics.broadcast("9", 90, Optional.of(at("13T12:00"))).orElseThrow();

            assertThat(report.channel()).isEqualTo(new BroadcastReport.Channel("9", null, "9"));
            assertThat(report.titles()).isEmpty();
            assertThat(report.summary().airtimeHours()).isEqualTo(0.5);
            assertThatThrownBy(() -> analytics.broadcast("7", 1, Optional.of(at("05T12:00"))))
                    .isInstanceOf(DetailGoneException.class)
                    .hasMessage("Observations up to 2026-01-11 are no longer kept, as the lake's owner has set:"
                            + " broadcasts that were seen after that can be asked for");
            assertThatThrownBy(() -> analytics.broadcast("7", 1, Optional.of(at("13T12:00"))))
                    .isInstanceOf(DetailGoneException.class)
                    .hasMessage("Observations up to 2026-01-11 are no longer kept, as the lake's owner has set:"
                            + " broadcasts that were first seen after that can be asked for");
        }
    }

    /** A channel that was live once. */
    private static LandingRow other(Instant at) {
        return at.equals(at("13T12:00")) ? LakeFixture.row(90, 9, "33", 5) : LakeFixture.row(80, 8, "33", 5);
    }

    private static Analytics analytics(LakeFixture lake, String now) {
        return new LakeAnalytics(
                lake.store, lake.ledger, lake.models, lake.duckDb, Clock.fixed(at(now), ZoneOffset.UTC));
    }

    private static Instant at(String dayAndTime) {
        return Instant.parse("2026-01-" + dayAndTime + ":00Z");
    }
}
