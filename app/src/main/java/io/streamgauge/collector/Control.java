package io.streamgauge.collector;

import com.carrotsearch.hppc.cursors.LongCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Compares walks by language with what else is known of the listing. Every method tells the first mismatch, or nothing. */
final class Control {

    /** Rows in other languages than asked for: a channel may change its language in between, a few at a time. */
    private static final int FEW_STRANGERS = 5;

    private static final double SMALL_SHARE = 0.02;

    /** What an unfiltered walk shows, the walks by language must show too, but for what moves while they walk. */
    private static final double LEAST_SHARED = 0.9;

    private static final int LARGE_LANGUAGE = 500;
    private static final double LEAST_LEFT = 0.4;

    private final Map<String, Walk> walks;
    private final Optional<Previous> previous;

    Control(Map<String, Walk> walks, Optional<Previous> previous) {
        this.walks = walks;
        this.previous = previous;
    }

    /** A walk whose rows are in other languages than asked for. */
    static Optional<String> strangers(String code, Walk walk) {
        int streams =
                walk.languages().values().stream().mapToInt(Integer::intValue).sum();
        int strangers = streams - walk.languages().getOrDefault(code, 0);
        return strangers > FEW_STRANGERS && strangers > SMALL_SHARE * streams
                ? Optional.of("asked for streams in '" + code + "', Twitch sent " + strangers + " of " + streams
                        + " in other languages")
                : Optional.empty();
    }

    /** Walks against themselves and against the snapshot before. */
    Optional<String> ofWalks() {
        List<String> mismatches = new ArrayList<>();
        walks.forEach((code, walk) -> {
            strangers(code, walk).ifPresent(mismatches::add);
            cutShort(code, walk).ifPresent(mismatches::add);
            shrunk(code, walk).ifPresent(mismatches::add);
        });
        return mismatches.stream().findFirst();
    }

    /** A walk that did not reach its end. A language may have no streams. */
    static Optional<String> cutShort(String code, Walk walk) {
        boolean isEmptyLanguage = walk.rows() == 0
                && walk.ending().filter(Ending.Stated.class::isInstance).isPresent();
        return isEmptyLanguage
                ? Optional.empty()
                : walk.shortcoming().map(reason -> "the walk in '" + code + "' is not whole: " + reason);
    }

    private Optional<String> shrunk(String code, Walk walk) {
        int before = previous.map(snapshot -> snapshot.languages().getOrDefault(code, 0))
                .orElse(0);
        boolean isShrunk = before >= LARGE_LANGUAGE && walk.rows() < LEAST_LEFT * before;
        return isShrunk
                ? Optional.of(walk.rows() + " streams in '" + code + "', where the last snapshot had " + before)
                : Optional.empty();
    }

    /** Walks against an unfiltered one, as far as that has come. */
    Optional<String> against(Walk unfiltered) {
        Optional<String> strange = LanguageCodes.strange(unfiltered.languages().keySet(), walks.keySet());
        if (strange.isPresent()) {
            return Optional.of("the listing holds streams in '" + strange.get() + "', which was not asked for");
        }
        Optional<String> lacking = walks.entrySet().stream()
                .flatMap(walk -> lacking(walk.getKey(), walk.getValue(), unfiltered).stream())
                .findFirst();
        if (lacking.isPresent()) {
            return lacking;
        }
        int shared = 0;
        for (LongCursor stream : unfiltered.seen()) {
            shared += walks.values().stream().anyMatch(walk -> walk.seen().contains(stream.value)) ? 1 : 0;
        }
        int all = unfiltered.seen().size();
        return shared < LEAST_SHARED * all
                ? Optional.of(
                        "the walks by language show " + shared + " of the " + all + " streams that one walk shows")
                : Optional.empty();
    }

    private static Optional<String> lacking(String code, Walk walk, Walk unfiltered) {
        int found = walk.languages().getOrDefault(code, 0);
        int shown = unfiltered.languages().getOrDefault(code, 0);
        return found < LEAST_SHARED * shown - FEW_STRANGERS
                ? Optional.of(
                        "the walk in '" + code + "' shows " + found + " streams, one walk shows " + shown + " there")
                : Optional.empty();
    }

    /** Rows by language, as the crawl record keeps them. */
    Map<String, Integer> rows() {
        Map<String, Integer> rows = new TreeMap<>();
        walks.forEach((code, walk) -> rows.put(code, walk.rows()));
        return rows;
    }
}
