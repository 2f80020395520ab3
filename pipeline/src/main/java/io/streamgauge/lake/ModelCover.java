package io.streamgauge.lake;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which version of a table's model its rows come from.
 *
 * @param models the version by table that holds for every day but those in {@code older}
 * @param older by table, the days whose rows come from another version, and which one
 */
public record ModelCover(Map<String, String> models, Map<String, Map<LocalDate, String>> older) {

    public static final ModelCover NONE = new ModelCover(Map.of(), Map.of());

    /** Stands where a day has never seen a model. */
    public static final String NEVER = "none";

    public ModelCover {
        models = models == null ? Map.of() : models;
        older = older == null ? Map.of() : older;
    }

    /** Every day is of these versions. */
    public static ModelCover of(Map<String, String> models) {
        return new ModelCover(models, Map.of());
    }

    public String version(String table, LocalDate date) {
        return Optional.ofNullable(older.get(table))
                .map(days -> days.get(date))
                .orElseGet(() -> models.getOrDefault(table, NEVER));
    }

    /** The same days, looked at with other models: whatever is not of their version is older. */
    public ModelCover movedTo(Map<String, String> now, Collection<LocalDate> dates) {
        TreeMap<String, Map<LocalDate, String>> left = new TreeMap<>();
        now.forEach((table, version) -> {
            TreeMap<LocalDate, String> days = new TreeMap<>();
            dates.forEach(date -> {
                String was = version(table, date);
                if (!was.equals(version)) {
                    days.put(date, was);
                }
            });
            if (!days.isEmpty()) {
                left.put(table, days);
            }
        });
        return new ModelCover(new TreeMap<>(now), left);
    }

    /** After tables of a day were computed anew. */
    public ModelCover renewed(LocalDate date, Set<String> tables) {
        TreeMap<String, Map<LocalDate, String>> left = new TreeMap<>();
        older.forEach((table, days) -> {
            TreeMap<LocalDate, String> kept = new TreeMap<>(days);
            if (tables.contains(table)) {
                kept.remove(date);
            }
            if (!kept.isEmpty()) {
                left.put(table, kept);
            }
        });
        return new ModelCover(models, left);
    }

    /** After tables were computed anew for every day. */
    public ModelCover renewed(Set<String> tables) {
        TreeMap<String, Map<LocalDate, String>> left = new TreeMap<>(older);
        left.keySet().removeAll(tables);
        return new ModelCover(models, left);
    }

    /** After a table of a day was taken over as it was. */
    public ModelCover keeping(LocalDate date, String table, String version) {
        if (version.equals(models.get(table))) {
            return this;
        }
        TreeMap<String, Map<LocalDate, String>> left = new TreeMap<>(older);
        TreeMap<LocalDate, String> days = new TreeMap<>(left.getOrDefault(table, Map.of()));
        days.put(date, version);
        left.put(table, days);
        return new ModelCover(models, left);
    }
}
