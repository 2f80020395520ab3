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
            whole.add(withShare(rows.get(i), now.rows().get(i)));
        }
        return whole;
    }

    public Optional<ShareBar> shares() {
        return Rankings.shares(entries(now), now.viewerSeconds(), now.total(), "channel-", "languages");
    }

    public double share() {
        return Rankings.share(entries(now), now.viewerSeconds());
    }

    private RankingTable.Row withShare(RankingTable.Row row, Ranking.Language language) {
        double share = now.viewerSeconds() == 0 ? 0 : (double) language.viewerSeconds() / now.viewerSeconds();
        List<RankingTable.Cell> cells = new ArrayList<>(row.cells());
        cells.add(1, new RankingTable.Cell(Numbers.percent(share), "", "share", Optional.empty()));
        cells.add(new RankingTable.Cell(Numbers.exact(language.uniqueChannels()), "", "unique", Optional.empty()));
        return row.with(cells);
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
