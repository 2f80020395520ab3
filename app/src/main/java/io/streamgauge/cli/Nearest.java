package io.streamgauge.cli;

import java.util.Comparator;
import java.util.List;

/** Finds what somebody probably meant. */
final class Nearest {

    private Nearest() {}

    /** The choice that the fewest changed letters lead to. */
    static String to(String text, List<String> choices) {
        return choices.stream()
                .min(Comparator.comparingInt(choice -> distance(text, choice)))
                .orElseThrow();
    }

    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            row[column] = column;
        }
        for (int line = 1; line <= from.length(); line++) {
            int diagonal = row[0];
            row[0] = line;
            for (int column = 1; column <= to.length(); column++) {
                int changed = diagonal + (from.charAt(line - 1) == to.charAt(column - 1) ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.min(changed, 1 + Math.min(row[column], row[column - 1]));
            }
        }
        return row[to.length()];
    }
}
