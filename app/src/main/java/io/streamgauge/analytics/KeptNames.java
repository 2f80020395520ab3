package io.streamgauge.analytics;

import io.streamgauge.engine.State;
import io.streamgauge.engine.Target;
import io.streamgauge.lake.TableFile;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where names of channels are kept: in months, and in days that lie in none of these or are not over.
 *
 * @param months the newest first
 * @param days the newest first
 */
record KeptNames(List<YearMonth> months, List<LocalDate> days) {

    private static final String BY_MONTH = "silver_monthly_channel_names";
    private static final String BY_DAY = "silver_channel_names";
    private static final int LAST_DAYS = 2;

    static KeptNames of(State state) {
        Set<String> units =
                state.periods(BY_MONTH).stream().map(TableFile::unit).collect(Collectors.toSet());
        List<LocalDate> dates = dates(state);
        List<YearMonth> months = dates.stream()
                .map(YearMonth::from)
                .distinct()
                .filter(month -> units.contains(Target.unit(month)))
                .toList();
        List<LocalDate> days = dates.stream()
                .filter(date -> date.equals(dates.get(0)) || !months.contains(YearMonth.from(date)))
                .toList();
        return new KeptNames(months, days);
    }

    /**
     * Parts from the newest back: the last two days, which show most of the channels that anybody asks for, then months, and days
     * that lie in none, in parts each twice as long as the one before.
     */
    static List<KeptNames> newestFirst(State state) {
        List<LocalDate> last = dates(state).stream().limit(LAST_DAYS).toList();
        KeptNames all = of(state);
        TreeMap<LocalDate, KeptNames> places = new TreeMap<>(Comparator.reverseOrder());
        all.days.stream()
                .filter(day -> !last.contains(day))
                .forEach(day -> places.put(day, new KeptNames(List.of(), List.of(day))));
        all.months.forEach(month -> places.put(month.atEndOfMonth(), new KeptNames(List.of(month), List.of())));
        List<KeptNames> single = List.copyOf(places.values());
        List<KeptNames> parts = new ArrayList<>(List.of(new KeptNames(List.of(), last)));
        int size = 1;
        for (int at = 0; at < single.size(); at += size / 2) {
            parts.add(single.subList(at, Math.min(at + size, single.size())).stream()
                    .reduce(KeptNames::and)
                    .orElseThrow());
            size *= 2;
        }
        return parts;
    }

    /** What the files of all but the last days are: where they are the same, so are the names. */
    static Set<String> olderFiles(State state) {
        return Stream.concat(
                        state.periods(BY_MONTH).stream(),
                        dates(state).stream().skip(LAST_DAYS).flatMap(date -> state.day(date).files(BY_DAY).stream()))
                .map(TableFile::key)
                .collect(Collectors.toSet());
    }

    /** The newest first. */
    private static List<LocalDate> dates(State state) {
        return state.dates().stream()
                .filter(date -> !state.day(date).files(BY_DAY).isEmpty())
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    private KeptNames and(KeptNames other) {
        return new KeptNames(
                Stream.concat(months.stream(), other.months.stream()).toList(),
                Stream.concat(days.stream(), other.days.stream()).toList());
    }
}
