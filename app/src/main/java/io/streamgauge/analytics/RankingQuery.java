package io.streamgauge.analytics;

import java.util.Map;
import java.util.Optional;

/**
 * Which part of a ranking is asked for.
 *
 * @param limit 1 to 1000 rows
 * @param offset rows to pass over, from 0
 * @param language a language code, only what was streamed in it counts
 * @param category a category's id ("" is the category "(none)"), only what was streamed in it counts
 * @param labels of categories, only those with that genre, theme or mode are ranked; 0 stands for those without any
 */
public record RankingQuery(
        RankedBy by,
        int limit,
        int offset,
        Optional<String> language,
        Optional<String> category,
        Map<LabelKind, Long> labels) {

    public static final int LARGEST_LIMIT = 1000;

    public RankingQuery {
        if (limit < 1 || limit > LARGEST_LIMIT) {
            throw new IllegalArgumentException("limit must lie between 1 and " + LARGEST_LIMIT + ", found " + limit);
        }
        if (offset < 0) {
            throw new IllegalArgumentException("offset must not be negative, found " + offset);
        }
        labels = Map.copyOf(labels);
    }

    /** Of all categories, whatever they are. */
    public RankingQuery(RankedBy by, int limit, int offset, Optional<String> language, Optional<String> category) {
        this(by, limit, offset, language, category, Map.of());
    }

    public static RankingQuery top(RankedBy by, int limit) {
        return new RankingQuery(by, limit, 0, Optional.empty(), Optional.empty());
    }

    /** Another stretch of the same ranking. */
    public RankingQuery part(int otherLimit, int otherOffset) {
        return new RankingQuery(by, otherLimit, otherOffset, language, category, labels);
    }

    /** The same of categories with a label alone. */
    public RankingQuery with(LabelKind kind, long label) {
        return new RankingQuery(by, limit, offset, language, category, Map.of(kind, label));
    }

    /** The first rows of the same ranking, as many as can be asked for at once. */
    public RankingQuery largest() {
        return part(LARGEST_LIMIT, 0);
    }
}
