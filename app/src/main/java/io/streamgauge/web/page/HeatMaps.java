package io.streamgauge.web.page;

import io.streamgauge.analytics.HoursOfWeek;
import io.streamgauge.analytics.HoursOfWeek.Hour;
import io.streamgauge.analytics.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleFunction;
import java.util.function.Function;

/** Draws figures of the hours of the week. */
public final class HeatMaps {

    static final List<String> WEEKDAYS = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");

    private static final List<String> LONG_WEEKDAYS =
            List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");
    private static final int HOURS = 24;
    private static final String ENTRY_MEANING =
            "The viewers of the 8th, 30th and 100th largest channel, on average at each hour of the week: with more a channel"
                    + " stands among the first of the category's listing.";

    /** Told apart from a channel that nobody watched. */
    private static final Double OFF_AIR = -1.0;

    private final HoursOfWeek week;

    private HeatMaps(HoursOfWeek week) {
        this.week = week;
    }

    public static WeekPattern ofPlatform(HoursOfWeek week, String dataHref) {
        HeatMaps maps = new HeatMaps(week);
        return maps.pattern("week", "When people watch", "", dataHref, List.of(maps.viewers()));
    }

    public static WeekPattern ofCategory(HoursOfWeek week, String dataHref) {
        HeatMaps maps = new HeatMaps(week);
        return maps.pattern(
                "week",
                "When people watch and stream",
                "",
                dataHref,
                List.of(
                        maps.viewers(),
                        maps.map("Live channels on average", Hour::averageChannels, Numbers::fine, "channels")));
    }

    public static WeekPattern ofChannel(HoursOfWeek week, String dataHref) {
        HeatMaps maps = new HeatMaps(week);
        return maps.pattern(
                "week",
                "Schedule",
                "",
                dataHref,
                List.of(
                        maps.map("How often on air", Hour::onAir, Numbers::percent, "of the time"),
                        maps.map(
                                "Viewers on average while on air",
                                hour -> isOffline(hour) ? OFF_AIR : hour.averageViewers(),
                                value -> value < 0 ? "off air" : Numbers.fine(value),
                                "viewers")));
    }

    private static boolean isOffline(Hour hour) {
        return hour.onAir() != null && hour.onAir() == 0;
    }

    private HeatMap viewers() {
        return map("Viewers on average", Hour::averageViewers, Numbers::rounded, "viewers");
    }

    /** How many viewers it takes to stand among the first of a category's listing. */
    public static WeekPattern ofEntry(HoursOfWeek week, String dataHref) {
        HeatMaps maps = new HeatMaps(week);
        List<HeatMap> drawn = new ArrayList<>();
        StringBuilder meaning = new StringBuilder(ENTRY_MEANING);
        maps.addEntry(8, Hour::entry8, drawn, meaning);
        maps.addEntry(30, Hour::entry30, drawn, meaning);
        maps.addEntry(100, Hour::entry100, drawn, meaning);
        return maps.pattern("entry", "Entry line", meaning.toString(), dataHref, drawn);
    }

    private void addEntry(int place, Function<Hour, Double> figure, List<HeatMap> drawn, StringBuilder meaning) {
        List<Double> known =
                week.hours().stream().map(figure).filter(Objects::nonNull).toList();
        if (known.stream().anyMatch(viewers -> viewers > 0)) {
            drawn.add(map("Among the first " + place, figure, Numbers::fine, "viewers"));
        } else if (!known.isEmpty()) {
            meaning.append(" There were always fewer than ").append(place).append(" channels.");
        }
    }

    private WeekPattern pattern(String id, String title, String meaning, String dataHref, List<HeatMap> maps) {
        Period period = new Period(week.meta().from(), week.meta().to());
        String csv = dataHref.replace("/hours-of-week?", "/hours-of-week.csv?");
        return new WeekPattern(
                id,
                title,
                weeks(period) + "; hours in " + week.zone(),
                meaning,
                Coverage.known(week.meta()),
                week.meta().coverage() > 0 ? maps : List.of(),
                csv,
                dataHref);
    }

    /** The days, the last one included. */
    private String weeks(Period period) {
        ZoneId zone = ZoneId.of(week.zone());
        return Times.date(period.from(), zone) + " to " + Times.date(period.to().minusSeconds(1), zone);
    }

    /** @param figure null where it is not known */
    private HeatMap map(String title, Function<Hour, Double> figure, DoubleFunction<String> said, String unit) {
        List<Hour> known =
                week.hours().stream().filter(hour -> figure.apply(hour) != null).toList();
        double low = known.stream()
                .mapToDouble(figure::apply)
                .filter(value -> value > 0)
                .min()
                .orElse(0);
        double high = known.stream().mapToDouble(figure::apply).max().orElse(0);
        List<HeatMap.Day> days = new ArrayList<>();
        StringBuilder unknown = new StringBuilder();
        for (int day = 0; day < WEEKDAYS.size(); day++) {
            List<HeatMap.Cell> cells = new ArrayList<>();
            for (Hour hour : week.hours().subList(HOURS * day, HOURS * (day + 1))) {
                Double value = figure.apply(hour);
                if (value == null) {
                    unknown.append('M')
                            .append(hour.hour())
                            .append(' ')
                            .append(day)
                            .append("l1 1");
                } else {
                    cells.add(new HeatMap.Cell(
                            hour.hour(),
                            level(value, low, high),
                            WEEKDAYS.get(day) + " " + clock(hour.hour()) + ": " + said.apply(value)));
                }
            }
            days.add(new HeatMap.Day(day, cells));
        }
        return new HeatMap(
                title,
                summary(title, known, figure, value -> said.apply(value) + " " + unit),
                days,
                unknown.toString(),
                high <= 0 ? "" : said.apply(low),
                high <= 0 ? "" : said.apply(high),
                table(figure, said));
    }

    private static int level(double value, double low, double high) {
        if (value <= 0) {
            return 0;
        }
        if (high == low) {
            return HeatMap.LEVELS;
        }
        return 1 + (int) Math.min(HeatMap.LEVELS - 1, HeatMap.LEVELS * (value - low) / (high - low));
    }

    private static String summary(
            String title, List<Hour> known, Function<Hour, Double> figure, DoubleFunction<String> said) {
        List<Hour> some = known.stream().filter(hour -> figure.apply(hour) > 0).toList();
        if (some.isEmpty()) {
            return title + (known.isEmpty() ? ": nothing is known." : ": none at any hour that is known.");
        }
        Hour most = some.stream().max(Comparator.comparing(figure)).orElseThrow();
        Hour least = some.stream().min(Comparator.comparing(figure)).orElseThrow();
        if (figure.apply(most).equals(figure.apply(least)) && some.size() == known.size()) {
            return title + ": " + said.apply(figure.apply(most)) + " at every hour that is known.";
        }
        String none = "none in " + Numbers.counted(known.size() - some.size(), "hour", "hours") + " of the week";
        return title + ": most on " + time(most) + " with " + said.apply(figure.apply(most)) + ", "
                + (some.size() < known.size()
                        ? none
                        : "least on " + time(least) + " with " + said.apply(figure.apply(least)))
                + ".";
    }

    private static String time(Hour hour) {
        return LONG_WEEKDAYS.get(hour.weekday() - 1) + "s from " + clock(hour.hour()) + " to "
                + clock((hour.hour() + 1) % HOURS);
    }

    private static String clock(int hour) {
        return (hour < 10 ? "0" : "") + hour + ":00";
    }

    private List<List<String>> table(Function<Hour, Double> figure, DoubleFunction<String> said) {
        List<List<String>> rows = new ArrayList<>();
        for (int hour = 0; hour < HOURS; hour++) {
            List<String> row = new ArrayList<>(List.of(clock(hour)));
            for (int day = 0; day < WEEKDAYS.size(); day++) {
                Double value = figure.apply(week.hours().get(HOURS * day + hour));
                row.add(value == null ? "–" : said.apply(value));
            }
            rows.add(row);
        }
        return rows;
    }

    /** Headings of each map's table. */
    public static List<String> headings() {
        List<String> headings = new ArrayList<>(List.of("From"));
        headings.addAll(WEEKDAYS);
        return headings;
    }
}
