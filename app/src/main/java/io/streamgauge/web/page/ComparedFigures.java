package io.streamgauge.web.page;

import io.streamgauge.analytics.Meta;
import java.util.Optional;

/**
 * Makes figures with their changes.
 *
 * @param before how well the time compared with is known, empty where nothing is known of it
 * @param absent why a figure has no earlier value where that time was measured: "not live", say
 */
record ComparedFigures(Meta now, Optional<Meta> before, Comparison comparison, String absent) {

    Figure figure(String label, double value, Optional<Double> earlier, String note) {
        Change change = unknown(earlier)
                .orElseGet(() -> comparison.change(value, earlier.orElse(null), now, before.orElseThrow()));
        return new Figure(label, Numbers.rounded(value), Numbers.fine(value), Optional.of(change), note);
    }

    /** @param share of one */
    Figure share(String label, double share, Optional<Double> earlier, String note) {
        Change change = unknown(earlier)
                .orElseGet(() -> comparison.changeOfShare(share, earlier.orElse(null), now, before.orElseThrow()));
        String text = Numbers.percent(share);
        return new Figure(label, text, text, Optional.of(change), note);
    }

    private Optional<Change> unknown(Optional<Double> earlier) {
        if (comparison.isNone()) {
            return Optional.of(Change.NONE);
        }
        if (before.isEmpty()) {
            return Optional.of(Change.unknown("nothing known of " + comparison.name()));
        }
        return earlier.isEmpty() && comparison.isFair(now, before.get())
                ? Optional.of(Change.unknown(absent + " in " + comparison.name()))
                : Optional.empty();
    }
}
