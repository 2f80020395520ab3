package io.streamgauge.web;

import io.streamgauge.analytics.LabelKind;
import io.streamgauge.analytics.RankedBy;
import io.streamgauge.analytics.RankingQuery;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Reads which part of a ranking is asked for. */
final class RankingParameters {

    static final int USUAL_LIMIT = 100;
    static final int LARGEST_OFFSET = 100_000_000;
    private static final List<String> METRICS =
            Arrays.stream(RankedBy.values()).map(RankedBy::text).toList();

    private RankingParameters() {}

    static RankingQuery query(Parameters parameters) {
        return new RankingQuery(
                by(parameters),
                parameters.whole("limit", USUAL_LIMIT, 1, RankingQuery.LARGEST_LIMIT),
                parameters.whole("offset", 0, 0, LARGEST_OFFSET),
                parameters.text("language"),
                parameters.text("category"),
                labels(parameters));
    }

    /** What the categories that are ranked must be. */
    static Map<LabelKind, Long> labels(Parameters parameters) {
        Map<LabelKind, Long> labels = new EnumMap<>(LabelKind.class);
        for (LabelKind kind : LabelKind.values()) {
            if (kind.isShared()) {
                parameters
                        .text(kind.text())
                        .filter(text -> !text.isEmpty())
                        .ifPresent(text -> labels.put(
                                kind,
                                LabelAddress.id(text)
                                        .orElseThrow(() -> RefusedRequest.badParameter(
                                                kind.text(), text, "an id of IGDB's, a whole number, or none"))));
            }
        }
        return labels;
    }

    /** What restricts the listing at that path. */
    static List<String> filtersOf(String path) {
        return switch (path) {
            case "/channels" -> List.of("category", "language");
            case "/categories" -> List.of("language", "genre", "theme", "mode");
            case ComparePages.PATH -> Chosen.PARAMETERS;
            default -> List.of();
        };
    }

    static RankedBy by(Parameters parameters) {
        return parameters.choice("by", RankedBy::of, METRICS).orElse(RankedBy.HOURS_WATCHED);
    }
}
