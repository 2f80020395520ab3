package io.streamgauge.engine;

import io.streamgauge.lake.DayLedger;
import io.streamgauge.lake.Landing;
import io.streamgauge.lake.Publication;
import io.streamgauge.lake.Store;
import io.streamgauge.model.Model;
import io.streamgauge.model.Models;
import io.streamgauge.model.Unit;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What is to be computed anew of days that are in the tables already.
 *
 * @param changed the tables whose model has changed since, on any of the days
 * @param days the tables to compute, by day: those and what is computed from them
 * @param kept the tables, by day, that stay as an older model made them, since what they were made of is no longer there
 */
public record Plan(
        Set<String> changed, SortedMap<LocalDate, Set<String>> days, SortedMap<LocalDate, Set<String>> kept) {

    static final Plan NOTHING = new Plan(Set.of(), new TreeMap<>(), new TreeMap<>());

    public boolean isEmpty() {
        return days.isEmpty();
    }

    /** The tables to compute, on any of the days. */
    public Set<String> tables() {
        return union(days.values());
    }

    /** The tables that stay older, on any of the days. */
    public Set<String> keptTables() {
        return union(kept.values());
    }

    private static Set<String> union(Collection<Set<String>> sets) {
        return sets.stream().flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Finds out what can be computed anew, and what cannot. */
    static final class Maker {

        private final Models models;
        private final Draft draft;
        private final Set<String> landed;
        private final TreeMap<LocalDate, Set<String>> days = new TreeMap<>();
        private final TreeMap<LocalDate, Set<String>> kept = new TreeMap<>();

        /** @param draft a state that knows the versions of the models at hand */
        Maker(Models models, Draft draft, Store store) {
            this.models = models;
            this.draft = draft;
            this.landed = new Landing(store)
                    .list().stream().map(Landing.Landed::key).collect(Collectors.toCollection(HashSet::new));
        }

        /** Every table of the days whose model has changed. */
        Plan stale(Collection<LocalDate> dates) {
            Set<String> changed = new TreeSet<>();
            for (LocalDate date : dates) {
                Set<String> stale = stale(date);
                changed.addAll(stale);
                add(date, stale);
            }
            return new Plan(changed, days, kept);
        }

        /** Every table of the days. */
        Plan everything(Collection<LocalDate> dates) {
            dates.forEach(date -> add(
                    date,
                    models.all().stream()
                            .filter(model -> !model.isView())
                            .map(Model::name)
                            .collect(Collectors.toSet())));
            return new Plan(Set.of(), days, kept);
        }

        private Set<String> stale(LocalDate date) {
            boolean isNewest = draft.newestSnapshot()
                    .filter(at -> Span.day(date).holds(at))
                    .isPresent();
            Set<String> stale = new TreeSet<>();
            draft.standing().cover().older().forEach((table, older) -> {
                boolean isOfTheNewest = EnumSet.of(Unit.ROLLING, Unit.RECENT)
                        .contains(models.get(table).unit());
                if (older.containsKey(date) && (isNewest || !isOfTheNewest)) {
                    stale.add(table);
                }
            });
            return stale;
        }

        private void add(LocalDate date, Set<String> wanted) {
            List<DayLedger.Entry> complete = draft.day(date).snapshots().stream()
                    .filter(entry -> entry.crawl().complete())
                    .toList();
            boolean hasLanding = complete.stream().allMatch(entry -> landed.contains(entry.key()));
            Set<String> can = new TreeSet<>();
            Set<String> cannot = new TreeSet<>();
            for (String table : wanted) {
                Model model = models.get(table);
                boolean lacksLanding = models.readsLanding(model) && !hasLanding;
                boolean lacksDetail = draft.isFrozen(date)
                        && (model.unit() == Unit.SNAPSHOT
                                || model.unit() == Unit.HOUR
                                || OverBuild.readsObservations(model));
                (lacksLanding || lacksDetail ? cannot : can).add(table);
            }
            if (!cannot.isEmpty()) {
                kept.put(date, cannot);
            }
            if (!can.isEmpty()) {
                Set<String> all = new TreeSet<>(models.andWhatReads(can));
                all.removeAll(cannot);
                all.removeIf(table -> models.readsLanding(models.get(table)) && !hasLanding);
                days.put(date, all);
            }
        }
    }

    static Plan stale(Models models, Draft draft, Store store, Collection<LocalDate> dates) {
        return new Maker(models, draft, store).stale(dates);
    }

    static Plan everything(Models models, Draft draft, Store store, Collection<LocalDate> dates) {
        return new Maker(models, draft, store).everything(dates);
    }

    /** Whether anything is older at all: most of the time nothing is, and nothing needs to be looked at. */
    static boolean isNeeded(Publication base, Draft draft) {
        return !base.days().isEmpty() && !draft.standing().cover().older().isEmpty();
    }
}
