package io.streamgauge.web.page;

import java.util.Optional;

/**
 * One measured value as it stands in the page's answer.
 *
 * @param exact all its digits, shown on hover
 * @param note what it means or when it was, below it
 * @param field where the API has it: a path from the place that the page names; empty for what the API tells in another form
 * @param noteFields likewise of the figures in the note, in their order, with spaces between
 * @param api the address that answers both, empty where it is the one that the page names
 */
public record Figure(
        String label,
        String value,
        String exact,
        Optional<Change> change,
        String note,
        String field,
        String noteFields,
        String api) {

    Figure(String label, String value, String exact, Optional<Change> change, String note) {
        this(label, value, exact, change, note, "", "", "");
    }

    Figure at(String place) {
        return new Figure(label, value, exact, change, note, place, noteFields, api);
    }

    Figure noting(String places) {
        return new Figure(label, value, exact, change, note, field, places, api);
    }

    Figure answeredBy(String address) {
        return new Figure(label, value, exact, change, note, field, noteFields, address);
    }
}
