package io.streamgauge.analytics;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The names under which channels were seen last, looked for from the newest day back, and remembered: from one state to the next
 * too, where only the last days are not the same.
 */
final class NewestNames {

    private static final int MOST_REMEMBERED = 200_000;

    /** So many are looked for at once when a new state comes. */
    private static final int MOST_CARRIED = 5_000;

    private static final String SQL = """
            select
                channel_id,
                login,
                name,
                row_number() over (
                    partition by channel_id order by last_seen_at desc, first_seen_at desc, login, name
                ) as place
            from channel_names
            where channel_id in (%s)
            qualify place = 1
            """;

    private final View view;
    private final Map<Long, Optional<Name>> remembered = new ConcurrentHashMap<>();
    private final Set<Long> seenLately = ConcurrentHashMap.newKeySet();

    NewestNames(View view) {
        this.view = view;
    }

    record Name(String login, String name) {}

    /** Takes over what an earlier state has found, after a look at the last days alone. */
    void carryOver(NewestNames earlier) {
        Map<Long, Optional<Name>> known = Map.copyOf(earlier.remembered);
        Set<Long> ids = known.keySet();
        boolean isSame = KeptNames.olderFiles(view.state()).equals(KeptNames.olderFiles(earlier.view.state()));
        if (ids.isEmpty() || ids.size() > MOST_CARRIED || !isSame) {
            return;
        }
        Map<Long, Name> lately = lately(ids);
        known.forEach((id, name) -> {
            if (lately.containsKey(id)) {
                remembered.put(id, Optional.of(lately.get(id)));
            } else if (!earlier.seenLately.contains(id)) {
                remembered.put(id, name);
            }
        });
    }

    /** The names that the last days show. */
    private Map<Long, Name> lately(Set<Long> ids) {
        Map<Long, Name> names = found(ids, KeptNames.newestFirst(view.state()).get(0));
        seenLately.addAll(names.keySet());
        return names;
    }

    /** The names of those of the channels that have one. */
    Map<Long, Name> of(Collection<Long> ids) {
        if (remembered.size() > MOST_REMEMBERED) {
            remembered.clear();
        }
        Map<Long, Name> names = new HashMap<>();
        Set<Long> missing = new TreeSet<>();
        for (Long id : ids) {
            Optional<Name> known = remembered.get(id);
            if (known == null) {
                missing.add(id);
            } else {
                known.ifPresent(name -> names.put(id, name));
            }
        }
        names.putAll(found(missing));
        missing.forEach(id -> remembered.put(id, Optional.ofNullable(names.get(id))));
        return names;
    }

    private Map<Long, Name> found(Set<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<Long, Name> names = new HashMap<>(lately(ids));
        Set<Long> missing = new TreeSet<>(ids);
        missing.removeAll(names.keySet());
        List<KeptNames> parts = KeptNames.newestFirst(view.state());
        for (KeptNames part : parts.subList(1, parts.size())) {
            if (missing.isEmpty()) {
                break;
            }
            names.putAll(found(missing, part));
            missing.removeAll(names.keySet());
        }
        return names;
    }

    private Map<Long, Name> found(Set<Long> ids, KeptNames part) {
        Map<Long, Name> names = new HashMap<>();
        String list = ids.stream().map(String::valueOf).collect(Collectors.joining(", "));
        view.channelNames(SQL.formatted(list), part, List.of(), row -> {
            names.put(row.number("channel_id"), new Name(row.text("login"), row.text("name")));
            return row;
        });
        return names;
    }
}
