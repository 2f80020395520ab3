package io.streamgauge.engine;

import io.streamgauge.lake.Store;
import io.streamgauge.lake.TableFile;
import io.streamgauge.model.Model;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Keeps the files of a table's days. An open day has a file for each unit (a snapshot, an hour), so that the newest costs no
 * more than itself; once a later day has begun, a day is closed and lies in one sorted file.
 */
final class DayTables {

    private static final String EVER = "ever";

    private final Draft draft;
    private final Work work;
    private final Store store;

    DayTables(Draft draft, Work work, Store store) {
        this.draft = draft;
        this.work = work;
        this.store = store;
    }

    /** Replaces units of an open day, each by a file of its own. */
    void replaceUnits(Model model, LocalDate date, List<DayUnit> units, List<Work.Made> fresh) {
        TreeMap<String, TableFile> files = new TreeMap<>();
        draft.day(date).files(model.name()).forEach(file -> files.put(file.unit(), file));
        for (int at = 0; at < units.size(); at++) {
            String unit = units.get(at).name();
            files.remove(unit);
            work.store(model, folder(date), unit, fresh.get(at)).ifPresent(file -> files.put(unit, file));
        }
        draft.setFiles(date, model.name(), List.copyOf(files.values()));
    }

    /** Replaces some units of a closed day by files that may each hold several. */
    void replaceInClosed(Model model, LocalDate date, List<DayUnit> units, List<Work.Made> fresh) {
        List<Relation.Part> parts = new ArrayList<>(kept(model, date, units));
        if (parts.isEmpty() && fresh.size() == 1) {
            replaceDay(model, date, fresh.get(0));
            return;
        }
        parts.addAll(Work.parts(fresh));
        Optional<Work.Made> day = parts.isEmpty() ? Optional.empty() : Optional.of(work.merge(model, parts));
        fresh.forEach(Work::discard);
        draft.setFiles(
                date,
                model.name(),
                day.flatMap(made -> work.store(model, folder(date), TableFile.DAY, made)).stream()
                        .toList());
    }

    /** Replaces the whole table of a day. */
    void replaceDay(Model model, LocalDate date, Work.Made made) {
        draft.setFiles(
                date,
                model.name(),
                work.store(model, folder(date), TableFile.DAY, made).stream().toList());
    }

    /** Puts what a day had as units into one file. */
    void close(Model model, LocalDate date) {
        boolean open = draft.day(date).files(model.name()).stream()
                .anyMatch(file -> !file.unit().equals(TableFile.DAY));
        if (open) {
            replaceInClosed(model, date, List.of(), List.of());
        }
    }

    /** Puts what days that are over have of a table whose rows merge into the one file that holds it for all such days. */
    void gather(Model model, List<LocalDate> dates) {
        List<Path> files = dates.stream()
                .flatMap(date -> draft.day(date).files(model.name()).stream())
                .map(file -> store.local(file.key()))
                .toList();
        if (files.isEmpty()) {
            return;
        }
        List<Path> all = new ArrayList<>(files);
        draft.periods(model.name()).forEach(file -> all.add(store.local(file.key())));
        Work.Made made = work.merge(model, List.of(new Relation.Part(all, null)));
        draft.setPeriod(model.name(), EVER, work.store(model, EVER, EVER, made));
        dates.forEach(date -> draft.setFiles(date, model.name(), List.of()));
    }

    private List<Relation.Part> kept(Model model, LocalDate date, List<DayUnit> units) {
        List<String> replaced = units.stream().map(DayUnit::name).toList();
        List<Path> whole = new ArrayList<>();
        List<Relation.Part> parts = new ArrayList<>();
        for (TableFile file : draft.day(date).files(model.name())) {
            Path path = store.local(file.key());
            boolean mixed = file.unit().equals(TableFile.DAY)
                    && !units.isEmpty()
                    && model.merge().isEmpty();
            if (mixed) {
                String conditions = units.stream().map(DayUnit::condition).collect(Collectors.joining(" or "));
                parts.add(new Relation.Part(List.of(path), "not (" + conditions + ")"));
            } else if (!replaced.contains(file.unit())) {
                whole.add(path);
            }
        }
        if (!whole.isEmpty()) {
            parts.add(new Relation.Part(whole, null));
        }
        return parts;
    }

    private static String folder(LocalDate date) {
        return "date=" + date;
    }
}
