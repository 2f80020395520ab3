package io.streamgauge.web.page;

import io.streamgauge.analytics.RankedBy;
import io.streamgauge.analytics.Ranking;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Turns rankings of channels or categories into rows with shares, bars and changes. */
public final class Rankings {

    /** One entry, whatever it ranks; {@code presence} is channels on average, or hours on air. */
    record Entry(
            long rank,
            String id,
            String name,
            String second,
            double hoursWatched,
            long viewerSeconds,
            double peak,
            double average,
            double presence) {

        double value(RankedBy by) {
            return switch (by) {
                case HOURS_WATCHED -> hoursWatched;
                case PEAK_VIEWERS -> peak;
                case AVERAGE_VIEWERS -> average;
                case AIRTIME_HOURS -> presence;
            };
        }
    }

    private final RankedBy by;
    private final Comparison comparison;
    private final Function<Entry, String> href;

    public Rankings(RankedBy by, Comparison comparison, Function<String, String> hrefOfId) {
        this.by = by;
        this.comparison = comparison;
        this.href = entry -> hrefOfId.apply(entry.id);
    }

    static Entry entry(Ranking.Category row) {
        return new Entry(
                row.rank(),
                row.categoryId(),
                row.name(),
                "",
                row.hoursWatched(),
                row.viewerSeconds(),
                row.peakViewers(),
                row.averageViewers(),
                row.averageChannels());
    }

    static Entry entry(Ranking.Channel row) {
        return new Entry(
                row.rank(),
                row.channelId(),
                row.name(),
                row.login().equalsIgnoreCase(row.name()) ? "" : row.login(),
                row.hoursWatched(),
                row.viewerSeconds(),
                row.peakViewers(),
                row.averageViewers(),
                row.airtimeHours());
    }

    static List<Entry> categories(Ranking<Ranking.Category> ranking) {
        return ranking.rows().stream().map(Rankings::entry).toList();
    }

    static List<Entry> channels(Ranking<Ranking.Channel> ranking) {
        return ranking.rows().stream().map(Rankings::entry).toList();
    }

    public List<RankingTable.Row> categoryRows(Ranking<Ranking.Category> now, Ranking<Ranking.Category> before) {
        boolean isFair = comparison.isFair(now.meta(), before.meta());
        return rows(categories(now), categories(before), isFair, before.total(), "category-");
    }

    public List<RankingTable.Row> channelRows(Ranking<Ranking.Channel> now, Ranking<Ranking.Channel> before) {
        return rows(now, channels(now), before, channels(before));
    }

    List<RankingTable.Row> rows(Ranking<?> now, List<Entry> entries, Ranking<?> before, List<Entry> earlier) {
        return rows(entries, earlier, comparison.isFair(now.meta(), before.meta()), before.total(), "channel-");
    }

    public Optional<ShareBar> categoryShares(Ranking<Ranking.Category> ranking) {
        return shares(categories(ranking), ranking.viewerSeconds(), ranking.total(), "category-", "categories");
    }

    public Optional<ShareBar> channelShares(Ranking<Ranking.Channel> ranking) {
        return shares(channels(ranking), ranking.viewerSeconds(), ranking.total(), "channel-", "streamers");
    }

    public static double shareOfCategories(Ranking<Ranking.Category> ranking) {
        return share(categories(ranking), ranking.viewerSeconds());
    }

    public static double shareOfChannels(Ranking<Ranking.Channel> ranking) {
        return share(channels(ranking), ranking.viewerSeconds());
    }

    static double share(List<Entry> entries, long whole) {
        return whole == 0
                ? 0
                : (double) entries.stream().mapToLong(Entry::viewerSeconds).sum() / whole;
    }

    static Optional<ShareBar> shares(List<Entry> entries, long whole, long total, String colours, String many) {
        boolean beginsWithFirst = !entries.isEmpty() && entries.get(0).rank == 1;
        if (!beginsWithFirst || whole == 0) {
            return Optional.empty();
        }
        List<ShareBar.Part> parts = entries.stream()
                .limit(ShareBar.COLOURS)
                .map(entry -> new ShareBar.Part(entry.name, (double) entry.viewerSeconds / whole))
                .toList();
        String other = Numbers.exact(Math.max(0, total - parts.size())) + " other " + many;
        return Optional.of(ShareBar.of(parts, colours, other));
    }

    private List<RankingTable.Row> rows(
            List<Entry> entries, List<Entry> earlier, boolean isFair, long earlierTotal, String colours) {
        Map<String, Entry> before = earlier.stream().collect(Collectors.toMap(Entry::id, entry -> entry, (a, b) -> a));
        double longest = entries.stream().mapToDouble(Entry::hoursWatched).max().orElse(1);
        boolean isWholeKnown = earlierTotal <= earlier.size();
        List<RankingTable.Row> rows = new ArrayList<>();
        for (Entry entry : entries) {
            Entry old = before.get(entry.id);
            boolean isColoured = entry.rank <= ShareBar.COLOURS && rows.size() < ShareBar.COLOURS;
            rows.add(new RankingTable.Row(
                    Numbers.exact(entry.rank),
                    isFair ? moved(entry, old, isWholeKnown) : comparison.unfair(),
                    entry.name,
                    entry.second,
                    href.apply(entry),
                    isColoured ? colours + (rows.size() + 1) : "other",
                    Plot.percent(longest == 0 ? 0 : 100 * entry.hoursWatched / longest),
                    cells(entry, isFair ? change(entry, old, isWholeKnown) : comparison.unfair())));
        }
        return rows;
    }

    private List<RankingTable.Cell> cells(Entry entry, Change change) {
        return List.of(
                cell(entry.hoursWatched, "hours"),
                new RankingTable.Cell("", "", "change", Optional.of(change)),
                cell(entry.peak, "peak"),
                cell(entry.average, "average"),
                cell(entry.presence, "presence"));
    }

    /** With its share of all hours watched. */
    static RankingTable.Row withShare(RankingTable.Row row, double share) {
        List<RankingTable.Cell> cells = new ArrayList<>(row.cells());
        cells.add(1, new RankingTable.Cell(Numbers.percent(share), "", "share", Optional.empty()));
        return row.with(cells);
    }

    /** The same, and how many channels there were, null where that is not known. */
    static RankingTable.Row withShare(RankingTable.Row row, double share, Long uniqueChannels) {
        RankingTable.Row shared = withShare(row, share);
        List<RankingTable.Cell> cells = new ArrayList<>(shared.cells());
        cells.add(
                uniqueChannels == null
                        ? new RankingTable.Cell("–", "Not counted over so long a time", "unique", Optional.empty())
                        : new RankingTable.Cell(Numbers.exact(uniqueChannels), "", "unique", Optional.empty()));
        return shared.with(cells);
    }

    private static RankingTable.Cell cell(double value, String kind) {
        return new RankingTable.Cell(Numbers.fine(value), "", kind, Optional.empty());
    }

    private Change change(Entry entry, Entry old, boolean isWholeKnown) {
        if (old == null) {
            return missing(isWholeKnown);
        }
        return Change.between(entry.value(by), old.value(by), comparison.name());
    }

    private Change moved(Entry entry, Entry old, boolean isWholeKnown) {
        if (old == null) {
            return missing(isWholeKnown);
        }
        String title = "rank " + Numbers.exact(old.rank) + " in " + comparison.name();
        long won = old.rank - entry.rank;
        if (won == 0) {
            return new Change("same", "", title);
        }
        String arrow = won > 0 ? "▲" : "▼";
        return new Change(won > 0 ? "up" : "down", arrow + Numbers.exact(Math.abs(won)), title);
    }

    private Change missing(boolean isWholeKnown) {
        return isWholeKnown
                ? new Change("up", "new", "not seen in " + comparison.name())
                : Change.unknown("not among the largest in " + comparison.name());
    }
}
