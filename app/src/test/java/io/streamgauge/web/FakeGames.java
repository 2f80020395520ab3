package io.streamgauge.web;

import io.streamgauge.analytics.ChannelReport;
import io.streamgauge.analytics.GameFacts;
import io.streamgauge.analytics.Grain;
import io.streamgauge.analytics.LabelKind;
import io.streamgauge.analytics.LabelReport;
import io.streamgauge.analytics.Meta;
import io.streamgauge.analytics.Period;
import io.streamgauge.analytics.Ranking;
import io.streamgauge.analytics.RankingQuery;
import io.streamgauge.analytics.Releases;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the made-up world's categories are: every other one is a game, some of it unknown. */
final class FakeGames {

    static final String GENRE = "Role-playing (RPG)";

    private FakeGames() {}

    static Optional<GameFacts> facts(long number) {
        Instant at = Instant.parse("2026-09-05T12:00:00Z");
        if (number % 2 == 0) {
            return Optional.of(new GameFacts(
                    false, "", null, null, null, null, null, List.of(), List.of(), List.of(), List.of(), List.of(),
                    at));
        }
        return Optional.of(new GameFacts(
                true,
                "https://example.org/{width}x{height}.jpg",
                7L,
                "A game",
                "https://www.igdb.com/games/a-game",
                Instant.parse("2024-02-29T00:00:00Z"),
                71.25,
                List.of(new GameFacts.Label(12, GENRE)),
                List.of(new GameFacts.Label(1, "Action")),
                List.of(new GameFacts.Label(2, "Multiplayer")),
                List.of(new GameFacts.Label(9, "Makers")),
                List.of(),
                at));
    }

    static Map<Long, String> names(LabelKind kind) {
        Map<Long, String> names = new TreeMap<>();
        switch (kind) {
            case GENRE -> names.putAll(Map.of(12L, GENRE, 31L, "Adventure", 5L, "Shooter"));
            case THEME -> names.putAll(Map.of(1L, "Action", 17L, "Fantasy"));
            case MODE -> names.putAll(Map.of(1L, "Single player", 2L, "Multiplayer"));
            case AGE -> names.putAll(Map.of(2L, "First week", 4L, "First year", 8L, "Over 10 years"));
        }
        return names;
    }

    static Ranking<Ranking.Label> labels(LabelKind kind, Meta meta, double hours, RankingQuery query) {
        List<Map.Entry<Long, String>> known = new ArrayList<>(names(kind).entrySet());
        known.add(Map.entry(0L, "(none)"));
        double divided = kind.isShared() ? 2.2 : known.size() * (known.size() + 1) / 2.0;
        List<Ranking.Label> all = new ArrayList<>();
        long sum = 0;
        for (int at = 0; hours > 0 && at < known.size(); at++) {
            double share = (known.size() - at) / divided;
            long seconds = Math.round(hours * 3600 * 2_310_000 * share);
            sum += seconds;
            all.add(new Ranking.Label(
                    at + 1L,
                    known.get(at).getKey(),
                    known.get(at).getValue(),
                    seconds / 3600.0,
                    seconds,
                    Math.round(3_000_000 * share),
                    meta.from().plusSeconds(1800),
                    2_310_000 * share,
                    90_000 * share,
                    Math.round(98_000 * share),
                    kind.isShared() && at == 0 ? 120_000L : null,
                    hours * 90_000 * share,
                    25.7,
                    share));
        }
        List<Ranking.Label> asked =
                all.stream().skip(query.offset()).limit(query.limit()).toList();
        return new Ranking<>(meta, asked, all.size(), sum);
    }

    static Optional<LabelReport> report(
            LabelKind kind,
            long id,
            Ranking<Ranking.Label> all,
            Ranking<Ranking.Category> categories,
            List<FakeSteps.Reach> reaches) {
        String name = id == 0 ? "(none)" : names(kind).get(id);
        if (name == null) {
            return Optional.empty();
        }
        Optional<Ranking.Label> own =
                all.rows().stream().filter(row -> row.labelId() == id).findFirst();
        return Optional.of(new LabelReport(
                all.meta(),
                new LabelReport.Identity(kind.text(), id, name),
                own.map(row -> new LabelReport.Summary(
                        row.hoursWatched(),
                        row.viewerSeconds(),
                        row.peakViewers(),
                        row.peakAt(),
                        row.averageViewers(),
                        row.averageChannels(),
                        row.peakChannels(),
                        row.uniqueChannels(),
                        row.airtimeHours(),
                        row.viewersPerChannel(),
                        row.share())),
                own.map(row -> new ChannelReport.Rank(row.rank(), all.total())),
                categories.rows(),
                categories.total(),
                Grain.SNAPSHOT.text(),
                reaches.stream()
                        .map(reach -> new LabelReport.Point(
                                reach.at(), reach.bridgedFrom(), reach.until(), 800_000 + reach.seconds(), 30_000))
                        .toList()));
    }

    /** Two games, one of which is three weeks old at the end. */
    static Releases releases(Meta meta, Period period, Instant end, int limit) {
        List<Releases.Row> rows = new ArrayList<>();
        for (int place = 1; place <= Math.min(limit, 2) && meta.coverage() > 0; place++) {
            Instant release = end.truncatedTo(ChronoUnit.DAYS).minus(place == 1 ? 60 : 17, ChronoUnit.DAYS);
            int days = place == 1 ? 56 : 18;
            List<Double> hours = new ArrayList<>();
            for (int day = 0; day < days; day++) {
                hours.add(day == 9 ? null : 1_000_000.0 / place / (1 + day / 4.0));
            }
            List<Releases.Week> weeks = new ArrayList<>();
            for (int week = 1; week <= (days + 6) / 7; week++) {
                long seconds = 3600L * 6_000_000 / place / week;
                Instant from = release.plus(7L * (week - 1), ChronoUnit.DAYS);
                Instant to = from.plus(7, ChronoUnit.DAYS);
                weeks.add(new Releases.Week(
                        week,
                        from,
                        to,
                        !to.isAfter(end),
                        seconds / 3600.0,
                        seconds,
                        40_000.0 / week,
                        90_000 / week,
                        1));
            }
            long all = weeks.stream().mapToLong(Releases.Week::viewerSeconds).sum();
            rows.add(new Releases.Row(
                    place,
                    String.valueOf(30 + place),
                    "New game " + place,
                    release,
                    all / 3600.0,
                    all,
                    90_000,
                    weeks,
                    hours));
        }
        return new Releases(meta, rows, rows.size());
    }
}
