package io.streamgauge.web.page;

import io.streamgauge.analytics.Moment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Categories as rectangles whose areas are their viewers, squarified: laid in rows along the shorter side, each row as long as
 * that makes its rectangles more like squares. Positions are per cent of the box.
 *
 * @param kind the class of screens that it is for
 * @param summary the same in a sentence
 */
public record Treemap(String kind, String summary, List<Cell> cells) {

    private static final int MOST = 40;
    private static final double LEAST_SHARE = 0.004;

    /** For which screens it is drawn, and how large its box is there, in pixels. */
    private enum Screen {
        WIDE("wide", 1216, 416, new double[] {640, 900, 1150}, new String[] {"fit-middle", "fit-broad", "fit-wide"}),
        NARROW("narrow-only", 328, 384, new double[] {288}, new String[] {"fit"});

        private final String kind;
        private final double width;
        private final double height;

        /** Widths from which a class shows its text. */
        private final double[] widths;

        private final String[] fits;

        Screen(String kind, double width, double height, double[] widths, String[] fits) {
            this.kind = kind;
            this.width = width;
            this.height = height;
            this.widths = widths;
            this.fits = fits;
        }
    }

    private static final double LETTER = 7.4;
    private static final double LINE = 18;
    private static final double PADDING = 12;

    /** Fewer letters of a name would tell nothing. */
    private static final int LEAST_LETTERS = 6;

    /**
     * @param href empty for the rest
     * @param place of the category in what the API says, empty for the rest
     * @param label the name, shortened where it is too long for the largest screens of its kind
     * @param nameFits the class of screens on which the label has room, empty where it never has
     * @param valueFits likewise of the viewers below it
     */
    public record Cell(
            String x,
            String y,
            String width,
            String height,
            String colour,
            String name,
            String label,
            String value,
            String share,
            String href,
            String nameFits,
            String valueFits,
            String place) {}

    private record Part(String name, long viewers, double share, String href, String colour, String place) {}

    private record Box(double x, double y, double width, double height) {}

    /**
     * For wide and for narrow screens.
     *
     * @param href of a category, by its id
     */
    public static List<Treemap> of(Moment moment, Function<String, String> href) {
        List<Part> parts = parts(moment, href);
        String summary = parts.stream()
                .limit(5)
                .map(part -> part.name + " " + Numbers.percent(part.share))
                .collect(Collectors.joining(", ", "Viewers by category: ", ". The table below tells more."));
        return Arrays.stream(Screen.values())
                .map(screen -> new Treemap(screen.kind, summary, cells(parts, screen)))
                .toList();
    }

    /** The rest has a strip of its own, so that it does not stand among its betters. */
    private static List<Cell> cells(List<Part> parts, Screen screen) {
        List<Cell> cells = new ArrayList<>();
        Box free = new Box(0, 0, screen.width, screen.height);
        double area = screen.width
                * screen.height
                / parts.stream().mapToLong(Part::viewers).sum();
        List<Part> named = parts.stream().filter(part -> !part.href.isEmpty()).toList();
        for (Part rest : parts.subList(named.size(), parts.size())) {
            double size = area * rest.viewers;
            boolean isColumn = free.width >= free.height;
            Box strip = isColumn
                    ? new Box(free.width - size / free.height, 0, size / free.height, free.height)
                    : new Box(0, free.height - size / free.width, free.width, size / free.width);
            cells.add(cell(rest, strip, screen));
            free = isColumn ? new Box(0, 0, strip.x, free.height) : new Box(0, 0, free.width, strip.y);
        }
        lay(named, free, area, screen, cells);
        return cells;
    }

    private static List<Part> parts(Moment moment, Function<String, String> href) {
        List<Part> parts = new ArrayList<>();
        long rest = moment.summary().viewers();
        for (Moment.Category category : moment.categories()) {
            if (parts.size() == MOST || category.share() < LEAST_SHARE) {
                break;
            }
            rest -= category.viewers();
            parts.add(new Part(
                    category.name(),
                    category.viewers(),
                    category.share(),
                    href.apply(category.categoryId()),
                    Bands.colour(parts.size()),
                    "/categories/" + parts.size()));
        }
        if (rest > 0) {
            long others = moment.summary().categories() - parts.size();
            String name = Numbers.counted(others, "other category", "other categories");
            parts.add(new Part(name, rest, (double) rest / moment.summary().viewers(), "", "rest", ""));
        }
        return parts;
    }

    private static void lay(List<Part> parts, Box whole, double area, Screen screen, List<Cell> cells) {
        Box free = whole;
        int from = 0;
        while (from < parts.size()) {
            double side = Math.min(free.width, free.height);
            int to = from + 1;
            while (to < parts.size()
                    && worst(parts.subList(from, to + 1), side, area) <= worst(parts.subList(from, to), side, area)) {
                to++;
            }
            free = row(parts.subList(from, to), free, area, screen, cells);
            from = to;
        }
    }

    /** The largest ratio of a rectangle's sides, were the parts a row along a side of that length. */
    private static double worst(List<Part> row, double side, double area) {
        double sum = area * row.stream().mapToLong(Part::viewers).sum();
        double worst = 1;
        for (Part part : row) {
            double length = area * part.viewers / sum * side;
            double depth = sum / side;
            worst = Math.max(worst, Math.max(length / depth, depth / length));
        }
        return worst;
    }

    /** Puts a row along the shorter side and tells what is left free. */
    private static Box row(List<Part> row, Box free, double area, Screen screen, List<Cell> cells) {
        double sum = area * row.stream().mapToLong(Part::viewers).sum();
        boolean isColumn = free.width >= free.height;
        double depth = sum / (isColumn ? free.height : free.width);
        double place = isColumn ? free.y : free.x;
        for (Part part : row) {
            double length = area * part.viewers / depth;
            cells.add(cell(
                    part,
                    isColumn ? new Box(free.x, place, depth, length) : new Box(place, free.y, length, depth),
                    screen));
            place += length;
        }
        return isColumn
                ? new Box(free.x + depth, free.y, free.width - depth, free.height)
                : new Box(free.x, free.y + depth, free.width, free.height - depth);
    }

    private static Cell cell(Part part, Box box, Screen screen) {
        String value = Numbers.rounded(part.viewers);
        String label = label(part.name, box, screen);
        return new Cell(
                Plot.percent(100 * box.x / screen.width),
                Plot.percent(100 * box.y / screen.height),
                Plot.percent(100 * box.width / screen.width),
                Plot.percent(100 * box.height / screen.height),
                part.colour,
                part.name,
                label,
                value,
                Numbers.percent(part.share),
                part.href,
                fits(label, box, LINE + PADDING / 2, screen),
                fits(value.length() > label.length() ? value : label, box, 2 * LINE + PADDING, screen),
                part.place);
    }

    private static String label(String name, Box box, Screen screen) {
        double room = box.width / screen.width * screen.widths[screen.widths.length - 1] - PADDING;
        if (letters(name) * LETTER <= room) {
            return name;
        }
        int letters = name.codePointCount(0, name.length());
        String label = name;
        while (letters > LEAST_LETTERS && letters(label) * LETTER > room) {
            letters--;
            label = name.substring(0, name.offsetByCodePoints(0, letters)).strip() + "…";
        }
        return label;
    }

    private static String fits(String text, Box box, double height, Screen screen) {
        for (int i = 0; i < screen.widths.length && box.height >= height; i++) {
            if (box.width / screen.width * screen.widths[i] >= letters(text) * LETTER + PADDING) {
                return screen.fits[i];
            }
        }
        return "";
    }

    private static double letters(String text) {
        return text.codePoints().mapToDouble(Treemap::width).sum();
    }

    /** How many letters' room a letter takes: two where scripts are as wide as they are high. */
    private static double width(int letter) {
        return letter >= 0x1100 ? 2 : 1;
    }
}
