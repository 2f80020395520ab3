package io.streamgauge.web.page;

import io.streamgauge.analytics.Lineup;
import io.streamgauge.analytics.Lineup.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Says a lineup in the words and figures of its page. */
public final class LineupFigures {

    private static final Map<String, String> WORDS = Map.of("channels", "streamers");

    private final Lineup now;
    private final Map<String, Lineup.Row> before;
    private final Comparison comparison;
    private final ZonedTimes times;
    private final ComparedFigures compared;

    public LineupFigures(Lineup now, Lineup before, Comparison comparison, ZonedTimes times) {
        this.now = now;
        this.before = before.rows().stream().collect(Collectors.toMap(Lineup.Row::id, row -> row));
        this.comparison = comparison;
        this.times = times;
        this.compared = new ComparedFigures(now.meta(), Optional.of(before.meta()), comparison, "nobody streamed");
    }

    public String many() {
        return WORDS.getOrDefault(now.kind(), now.kind());
    }

    public String coverage() {
        return Coverage.sentence(now.meta(), comparison)
                + (comparison.isNone() ? "" : " Changes are against " + comparison.name() + ".");
    }

    /** Name in people's words. */
    static String name(Lineup lineup, Lineup.Row row) {
        return lineup.kind().equals(Lineup.Kind.LANGUAGES.text()) ? LanguageNames.of(row.id()) : row.name();
    }

    static String colour(int place) {
        return "line-" + (place + 1);
    }

    public List<ComparePage.Row> rows(Function<Lineup.Row, String> href, Function<Lineup.Row, String> removeHref) {
        List<ComparePage.Row> rows = new ArrayList<>();
        for (Lineup.Row row : now.rows()) {
            rows.add(new ComparePage.Row(
                    colour(rows.size()),
                    name(now, row),
                    second(row),
                    href.apply(row),
                    removeHref.apply(row),
                    row.summary().map(summary -> figures(row, summary)).orElse(List.of())));
        }
        return rows;
    }

    private static String second(Lineup.Row row) {
        return row.login() == null || row.login().equalsIgnoreCase(row.name()) ? "" : row.login();
    }

    private List<Figure> figures(Lineup.Row row, Summary summary) {
        Lineup.Row old = before.get(row.id());
        List<Figure> figures = new ArrayList<>();
        figures.add(compared.figure("Hours watched", summary.hoursWatched(), earlier(old, Summary::hoursWatched), ""));
        figures.add(compared.figure(
                "Average viewers", summary.averageViewers(), earlier(old, Summary::averageViewers), ""));
        figures.add(compared.figure(
                "Peak viewers",
                summary.peakViewers(),
                earlier(old, known -> (double) known.peakViewers()),
                summary.peakAt() == null ? "" : times.moment(summary.peakAt()) + " " + times.name()));
        figures.add(compared.figure("Hours live", summary.airtimeHours(), earlier(old, Summary::airtimeHours), ""));
        if (summary.averageChannels() != null) {
            figures.add(compared.figure(
                    "Average channels", summary.averageChannels(), earlier(old, Summary::averageChannels), ""));
        }
        figures.add(rank(row, old));
        return figures;
    }

    private Figure rank(Lineup.Row row, Lineup.Row old) {
        if (row.rank().isEmpty()) {
            return new Figure("Rank", "–", "too small to be placed over so long a time", Optional.empty(), "");
        }
        long rank = row.rank().get().rank();
        return new Figure(
                "Rank",
                Numbers.exact(rank),
                "of " + Numbers.exact(row.rank().get().total()) + " by hours watched",
                Optional.ofNullable(old)
                        .flatMap(Lineup.Row::rank)
                        .map(earlier -> Change.ofRank(rank, earlier.rank(), comparison.name())),
                "");
    }

    private static Optional<Double> earlier(Lineup.Row old, Function<Summary, Double> figure) {
        return Optional.ofNullable(old).flatMap(Lineup.Row::summary).map(figure);
    }
}
