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

/** The names under which channels were seen last, looked for from the newest day back, and remembered while the state is. */
final class NewestNames {

    private static final int MOST_REMEMBERED = 200_000;

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

    NewestNames(View view) {
        this.view = view;
    }

    record Name(String login, String name) {}

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
        Map<Long, Name> names = new HashMap<>();
        Set<Long> missing = new TreeSet<>(ids);
        for (KeptNames part : KeptNames.newestFirst(view.state())) {
            if (missing.isEmpty()) {
                break;
            }
            String list = missing.stream().map(String::valueOf).collect(Collectors.joining(", "));
            view.channelNames(SQL.formatted(list), part, List.of(), row -> {
                names.put(row.number("channel_id"), new Name(row.text("login"), row.text("name")));
                return row;
            });
            missing.removeAll(names.keySet());
        }
        return names;
    }
}
