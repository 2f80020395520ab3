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

    static KeptNames of(State state) {
        Set<String> units =
                state.periods(BY_MONTH).stream().map(TableFile::unit).collect(Collectors.toSet());
        List<LocalDate> dates = state.dates();
        List<YearMonth> months = dates.stream()
                .map(YearMonth::from)
                .distinct()
                .filter(month -> units.contains(Target.unit(month)))
                .sorted(Comparator.reverseOrder())
                .toList();
        LocalDate open = dates.isEmpty() ? LocalDate.MAX : dates.get(dates.size() - 1);
        List<LocalDate> days = dates.stream()
                .filter(date -> date.equals(open) || !months.contains(YearMonth.from(date)))
                .filter(date -> !state.day(date).files(BY_DAY).isEmpty())
                .sorted(Comparator.reverseOrder())
                .toList();
        return new KeptNames(months, days);
    }

    /** Parts from the newest back, each twice as long as the one before; the first is, as a rule, the open day and its month. */
    List<KeptNames> newestFirst() {
        TreeMap<LocalDate, KeptNames> places = new TreeMap<>(Comparator.reverseOrder());
        days.forEach(day -> places.put(day, new KeptNames(List.of(), List.of(day))));
        months.forEach(month -> places.merge(month.atDay(1), new KeptNames(List.of(month), List.of()), KeptNames::and));
        List<KeptNames> single = List.copyOf(places.values());
        List<KeptNames> parts = new ArrayList<>();
        int size = 2;
        for (int at = 0; at < single.size(); at += size / 2) {
            parts.add(single.subList(at, Math.min(at + size, single.size())).stream()
                    .reduce(KeptNames::and)
                    .orElseThrow());
            size *= 2;
        }
        return parts;
    }

    private KeptNames and(KeptNames other) {
        return new KeptNames(
                Stream.concat(months.stream(), other.months.stream()).toList(),
                Stream.concat(days.stream(), other.days.stream()).toList());
    }
}
