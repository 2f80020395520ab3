package io.streamgauge.analytics;

import io.streamgauge.duckdb.LakeFixture;
import io.streamgauge.lake.LandingRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/** Snapshots made up from a seed: gaps, slots late by minutes, partial ones, channels with two broadcasts, midnight. */
public record MadeCrawls(List<Crawl> crawls) {

    private static final Instant START = Instant.parse("2026-01-04T20:00:00Z");
    private static final String[] CATEGORIES = {"", "33", "44", "55"};
    private static final String[] LANGUAGES = {"en", "de", "ja"};

    public record Crawl(Instant at, boolean complete, List<LandingRow> rows) {}

    public static MadeCrawls of(long seed, int slots) {
        Random random = new Random(seed);
        List<Crawl> crawls = new ArrayList<>();
        for (int slot = 0; slot < slots; slot++) {
            if (random.nextInt(7) == 0 || slot >= slots / 2 && slot < slots / 2 + 4) {
                continue;
            }
            Instant at = START.plusSeconds(900L * slot + (random.nextInt(6) == 0 ? random.nextInt(600) : 0));
            crawls.add(new Crawl(at, random.nextInt(9) != 0, rows(random, slot)));
        }
        return new MadeCrawls(List.copyOf(crawls));
    }

    private static List<LandingRow> rows(Random random, int slot) {
        List<LandingRow> rows = new ArrayList<>();
        for (int channel = 1; channel <= 9; channel++) {
            if (random.nextInt(3) == 0) {
                continue;
            }
            long broadcast = 1000L * channel + slot / 12;
            rows.add(row(random, broadcast, channel));
            if (random.nextInt(8) == 0) {
                rows.add(row(random, broadcast + 500, channel));
            }
        }
        return rows;
    }

    private static LandingRow row(Random random, long broadcast, long channel) {
        return inLanguage(
                LakeFixture.row(broadcast, channel, CATEGORIES[random.nextInt(4)], random.nextInt(60)),
                LANGUAGES[random.nextInt(3)],
                started(broadcast, channel));
    }

    /** Up to an hour before the broadcast shows; a channel's other broadcast an hour later. */
    private static String started(long broadcast, long channel) {
        long place = broadcast % 500;
        long later = broadcast % 1000 >= 500 ? 3600 : 0;
        return START.plusSeconds(place * 12 * 900 + later - channel * 397).toString();
    }

    /** Seconds since 1970 as Twitch writes them, or null. */
    static String text(Long second) {
        return second == null ? null : Instant.ofEpochSecond(second).toString();
    }

    static LandingRow inLanguage(LandingRow row, String language, String startedAt) {
        return new LandingRow(
                row.observedAt(),
                row.page(),
                row.position(),
                row.id(),
                row.userId(),
                row.userLogin(),
                row.userName(),
                row.gameId(),
                row.gameName(),
                row.type(),
                row.title(),
                row.tags(),
                row.viewerCount(),
                startedAt,
                language,
                row.thumbnailUrl(),
                row.tagIds(),
                row.isMature(),
                null,
                null,
                null);
    }

    /** The same with other rows in each crawl. */
    MadeCrawls with(UnaryOperator<List<LandingRow>> change) {
        return new MadeCrawls(crawls.stream()
                .map(crawl -> new Crawl(crawl.at(), crawl.complete(), change.apply(crawl.rows())))
                .toList());
    }

    MadeCrawls without(Crawl left) {
        return new MadeCrawls(
                crawls.stream().filter(crawl -> !crawl.equals(left)).toList());
    }

    List<Crawl> complete() {
        return crawls.stream().filter(Crawl::complete).toList();
    }

    void land(LakeFixture lake) {
        crawls.forEach(crawl -> lake.land(crawl.at(), crawl.complete(), crawl.rows()));
    }

    Period whole() {
        return new Period(START, crawls.get(crawls.size() - 1).at().plusSeconds(1800));
    }
}
