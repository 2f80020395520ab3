package io.streamgauge;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the tables of our pages, so that tests can compare them with the code. */
public final class MarkdownTable {

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern BAR = Pattern.compile("(?<!\\\\)\\|");

    private MarkdownTable() {}

    /** The rows of the first table under a heading, each as its cells, without its head. */
    public static List<List<String>> under(String heading, String page) {
        List<String> lines = page.lines()
                .dropWhile(line -> !line.equals(heading))
                .skip(1)
                .takeWhile(line -> !isHeading(line, heading))
                .toList();
        return lines.stream()
                .dropWhile(line -> !line.startsWith("|"))
                .takeWhile(line -> line.startsWith("|"))
                .skip(2)
                .map(MarkdownTable::cells)
                .toList();
    }

    /** The words that are set as code. */
    public static List<String> code(String cell) {
        return CODE.matcher(cell).results().map(word -> word.group(1)).toList();
    }

    private static boolean isHeading(String line, String heading) {
        int depth = heading.indexOf(' ');
        return line.matches("#{1," + depth + "} .*");
    }

    private static List<String> cells(String line) {
        return Stream.of(BAR.split(line.strip())).skip(1).map(String::strip).toList();
    }
}
