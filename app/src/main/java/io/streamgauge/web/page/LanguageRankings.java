package io.streamgauge.web.page;

import io.streamgauge.analytics.Ranking;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns rankings of languages into rows, each language under its name in English. */
public final class LanguageRankings {

    private final Rankings rankings;
    private final Ranking<Ranking.Language> now;

    public LanguageRankings(Rankings rankings, Ranking<Ranking.Language> now) {
        this.rankings = rankings;
        this.now = now;
    }

    public List<RankingTable.Row> rows(Ranking<Ranking.Language> before) {
        List<RankingTable.Row> rows = rankings.rows(now, entries(now), before, entries(before));
        List<RankingTable.Row> whole = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Ranking.Language language = now.rows().get(i);
            whole.add(Rankings.withShare(rows.get(i), share(language), language.uniqueChannels()));
        }
        return whole;
    }

    public Optional<ShareBar> shares() {
        return Rankings.shares(entries(now), now.viewerSeconds(), now.total(), "channel-", "languages");
    }

    public double share() {
        return Rankings.share(entries(now), now.viewerSeconds());
    }

    private double share(Ranking.Language language) {
        return now.viewerSeconds() == 0 ? 0 : (double) language.viewerSeconds() / now.viewerSeconds();
    }

    private static List<Rankings.Entry> entries(Ranking<Ranking.Language> ranking) {
        return ranking.rows().stream()
                .map(row -> new Rankings.Entry(
                        row.rank(),
                        row.language(),
                        LanguageNames.of(row.language()),
                        row.language(),
                        row.hoursWatched(),
                        row.viewerSeconds(),
                        row.peakViewers(),
                        row.averageViewers(),
                        row.averageChannels()))
                .toList();
    }
}
