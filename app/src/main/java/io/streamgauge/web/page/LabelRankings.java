package io.streamgauge.web.page;

import io.streamgauge.analytics.LabelKind;
import io.streamgauge.analytics.Ranking;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns rankings of genres, themes, modes or ages into rows. */
public final class LabelRankings {

    /** From dark to light, as ages are a scale. */
    private static final String COLOURS = "channel-";

    private final Rankings rankings;
    private final LabelKind kind;
    private final Ranking<Ranking.Label> now;

    public LabelRankings(Rankings rankings, LabelKind kind, Ranking<Ranking.Label> now) {
        this.rankings = rankings;
        this.kind = kind;
        this.now = now;
    }

    public List<RankingTable.Row> rows(Ranking<Ranking.Label> before) {
        List<RankingTable.Row> rows = rankings.rows(now, entries(now), before, entries(before));
        List<RankingTable.Row> whole = new ArrayList<>();
        for (int at = 0; at < rows.size(); at++) {
            Ranking.Label label = now.rows().get(at);
            whole.add(
                    kind.isShared()
                            ? Rankings.withShare(rows.get(at), label.share(), label.uniqueChannels())
                            : Rankings.withShare(rows.get(at), label.share())
                                    .painted(label.labelId() == 0 ? "other" : COLOURS + (at + 1)));
        }
        return whole;
    }

    /** The whole cut into ages, which is what ages alone allow. */
    public Optional<ShareBar> shares() {
        List<ShareBar.Part> parts = now.rows().stream()
                .filter(row -> row.labelId() != 0)
                .map(row -> new ShareBar.Part(row.name(), row.share()))
                .toList();
        return kind.isShared() || parts.isEmpty()
                ? Optional.empty()
                : Optional.of(ShareBar.of(parts, COLOURS, LabelWords.none(kind)));
    }

    private List<Rankings.Entry> entries(Ranking<Ranking.Label> ranking) {
        return ranking.rows().stream()
                .map(row -> new Rankings.Entry(
                        row.rank(),
                        String.valueOf(row.labelId()),
                        LabelWords.name(kind, row.labelId(), row.name()),
                        "",
                        row.hoursWatched(),
                        row.viewerSeconds(),
                        row.peakViewers(),
                        row.averageViewers(),
                        row.averageChannels()))
                .toList();
    }
}
