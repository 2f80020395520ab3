package io.streamgauge.analytics;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Those among the most watched channels or categories of a period that gained most against another of the same length.
 *
 * @param comparison how well the other period is known
 * @param rows the largest gain first
 */
public record Rising(Meta meta, Meta comparison, List<Row> rows) {

    /**
     * @param login null for a category
     * @param hoursBefore in the other period; null where it was not among the largest there, so that the gain is only known to be
     *     at least {@code gain}
     * @param gain in hours watched
     */
    public record Row(String id, String login, String name, double hoursWatched, Double hoursBefore, double gain) {}

    /** The largest by hours watched, which are compared: of all, or of a category alone. */
    static RankingQuery largest(Optional<String> category) {
        return new RankingQuery(RankedBy.HOURS_WATCHED, RankingQuery.LARGEST_LIMIT, 0, Optional.empty(), category);
    }

    /** @param now and {@code before}: the largest by hours watched */
    static Rising ofChannels(Ranking<Ranking.Channel> now, Ranking<Ranking.Channel> before, int most) {
        return of(
                now,
                before,
                most,
                Ranking.Channel::channelId,
                Ranking.Channel::hoursWatched,
                row -> new Row(row.channelId(), row.login(), row.name(), row.hoursWatched(), null, 0));
    }

    /** The same channels under their names. */
    Rising named(Map<Long, NewestNames.Name> names) {
        return new Rising(
                meta,
                comparison,
                rows.stream()
                        .map(row -> {
                            NewestNames.Name name = names.get(Long.valueOf(row.id()));
                            return new Row(
                                    row.id(),
                                    name == null ? "" : name.login(),
                                    name == null ? Names.unnamed(row.id()) : name.name(),
                                    row.hoursWatched(),
                                    row.hoursBefore(),
                                    row.gain());
                        })
                        .toList());
    }

    /** @param now and {@code before}: the largest by hours watched */
    static Rising ofCategories(Ranking<Ranking.Category> now, Ranking<Ranking.Category> before, int most) {
        return of(
                now,
                before,
                most,
                Ranking.Category::categoryId,
                Ranking.Category::hoursWatched,
                row -> new Row(row.categoryId(), null, row.name(), row.hoursWatched(), null, 0));
    }

    private static <T> Rising of(
            Ranking<T> now,
            Ranking<T> before,
            int most,
            Function<T, String> id,
            ToDoubleFunction<T> hours,
            Function<T, Row> each) {
        Map<String, Double> earlier = new HashMap<>();
        before.rows().forEach(row -> earlier.put(id.apply(row), hours.applyAsDouble(row)));
        boolean isWhole = before.total() <= before.rows().size();
        double smallest = before.rows().stream().mapToDouble(hours).min().orElse(0);
        List<Row> rows = before.meta().coverage() == 0
                ? List.of()
                : now.rows().stream()
                        .map(each)
                        .map(row -> compared(
                                row, isWhole ? earlier.getOrDefault(row.id(), 0.0) : earlier.get(row.id()), smallest))
                        .filter(row -> row.gain() > 0)
                        .sorted(Comparator.comparingDouble(Row::gain).reversed())
                        .limit(most)
                        .toList();
        return new Rising(now.meta(), before.meta(), rows);
    }

    /** @param smallest what whoever is not known had at most */
    private static Row compared(Row row, Double before, double smallest) {
        return new Row(
                row.id(),
                row.login(),
                row.name(),
                row.hoursWatched(),
                before,
                row.hoursWatched() - (before == null ? smallest : before));
    }
}
