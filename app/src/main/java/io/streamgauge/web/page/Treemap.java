package io.streamgauge.web.page;

import io.streamgauge.analytics.Moment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Categories as rectangles whose areas are their viewers, squarified: laid in rows along the shorter side, each row as long as
 * that makes its rectangles more like squares. Positions are per cent of the box.
 *
 * @param summary the same in a sentence
 */
public record Treemap(String summary, List<Cell> cells) {

    private static final int MOST = 40;
    private static final double LEAST_SHARE = 0.004;

    /** The box as it is on a wide screen, in pixels. */
    private static final double WIDTH = 1216;

    private static final double HEIGHT = 416;

    /** Widths, in pixels, from which the classes show their text: on every screen, on middling ones, on wide ones. */
    private static final double[] WIDTHS = {288, 640, 1150};

    private static final String[] FITS = {"fit-small", "fit-middle", "fit-wide"};
    private static final double LETTER = 7.4;
    private static final double LINE = 18;
    private static final double PADDING = 12;

    /**
     * @param href empty for the rest
     * @param nameFits the class of screens on which the name has room, empty where it never has
     * @param valueFits likewise of the viewers below it
     */
    public record Cell(
            String x,
            String y,
            String width,
            String height,
            String colour,
            String name,
            String value,
            String share,
            String href,
            String nameFits,
            String valueFits) {}

    private record Part(String name, long viewers, double share, String href, String colour) {}

    private record Box(double x, double y, double width, double height) {}

    /** @param href of a category, by its id */
    public static Treemap of(Moment moment, Function<String, String> href) {
        List<Part> parts = parts(moment, href);
        String summary = parts.stream()
                .limit(5)
                .map(part -> part.name + " " + Numbers.percent(part.share))
                .collect(Collectors.joining(", ", "Viewers by category: ", ". The table below tells more."));
        List<Cell> cells = new ArrayList<>();
        lay(parts, new Box(0, 0, WIDTH, HEIGHT), cells);
        return new Treemap(summary, cells);
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
                    Bands.colour(parts.size())));
        }
        if (rest > 0) {
            long others = moment.summary().categories() - parts.size();
            String name = Numbers.counted(others, "other category", "other categories");
            parts.add(new Part(name, rest, (double) rest / moment.summary().viewers(), "", "rest"));
        }
        return parts;
    }

    private static void lay(List<Part> parts, Box whole, List<Cell> cells) {
        double area = whole.width
                * whole.height
                / parts.stream().mapToLong(Part::viewers).sum();
        Box free = whole;
        int from = 0;
        while (from < parts.size()) {
            double side = Math.min(free.width, free.height);
            int to = from + 1;
            while (to < parts.size()
                    && worst(parts.subList(from, to + 1), side, area) <= worst(parts.subList(from, to), side, area)) {
                to++;
            }
            free = row(parts.subList(from, to), free, area, cells);
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
    private static Box row(List<Part> row, Box free, double area, List<Cell> cells) {
        double sum = area * row.stream().mapToLong(Part::viewers).sum();
        boolean isColumn = free.width >= free.height;
        double depth = sum / (isColumn ? free.height : free.width);
        double place = isColumn ? free.y : free.x;
        for (Part part : row) {
            double length = area * part.viewers / depth;
            cells.add(cell(
                    part, isColumn ? new Box(free.x, place, depth, length) : new Box(place, free.y, length, depth)));
            place += length;
        }
        return isColumn
                ? new Box(free.x + depth, free.y, free.width - depth, free.height)
                : new Box(free.x, free.y + depth, free.width, free.height - depth);
    }

    private static Cell cell(Part part, Box box) {
        String value = Numbers.rounded(part.viewers);
        return new Cell(
                Plot.percent(100 * box.x / WIDTH),
                Plot.percent(100 * box.y / HEIGHT),
                Plot.percent(100 * box.width / WIDTH),
                Plot.percent(100 * box.height / HEIGHT),
                part.colour,
                part.name,
                value,
                Numbers.percent(part.share),
                part.href,
                fits(part.name, box, LINE + PADDING / 2),
                fits(value.length() > part.name.length() ? value : part.name, box, 2 * LINE + PADDING));
    }

    private static String fits(String text, Box box, double height) {
        double letters = text.codePoints().mapToDouble(Treemap::width).sum();
        for (int i = 0; i < WIDTHS.length && box.height >= height; i++) {
            if (box.width / WIDTH * WIDTHS[i] >= letters * LETTER + PADDING) {
                return FITS[i];
            }
        }
        return "";
    }

    /** How many letters' room a letter takes: two where scripts are as wide as they are high. */
    private static double width(int letter) {
        return letter >= 0x1100 ? 2 : 1;
    }
}
