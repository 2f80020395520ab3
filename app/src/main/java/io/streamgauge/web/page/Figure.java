package io.streamgauge.web.page;

import java.util.Optional;

/**
 * One measured value as it stands in the page's answer.
 *
 * @param exact all its digits, shown on hover
 * @param note what it means or when it was, below it
 */
public record Figure(String label, String value, String exact, Optional<Change> change, String note) {}
