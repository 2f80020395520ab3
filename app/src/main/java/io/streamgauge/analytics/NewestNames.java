package io.streamgauge.analytics;

import io.streamgauge.engine.Span;
import io.streamgauge.engine.State;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
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

    private static final String TABLE = "silver_channel_names";
    private static final int MOST_REMEMBERED = 200_000;

    private static final String SQL = """
            select
                channel_id,
                login,
                name,
                row_number() over (
                    partition by channel_id order by last_seen_at desc, first_seen_at desc, login, name
                ) as place
            from silver_channel_names
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

    /** Looks at a day, then at twice as many before it, and so on while any is missing. */
    private Map<Long, Name> found(Set<Long> ids) {
        Map<Long, Name> names = new HashMap<>();
        Set<Long> missing = new TreeSet<>(ids);
        List<LocalDate> dates = newestFirst();
        int days = 1;
        for (int at = 0; at < dates.size() && !missing.isEmpty(); at += days / 2) {
            int end = Math.min(at + days, dates.size());
            Span span = new Span(
                    Span.day(dates.get(end - 1)).from(), Span.day(dates.get(at)).to());
            String list = missing.stream().map(String::valueOf).collect(Collectors.joining(", "));
            view.table(SQL.formatted(list), TABLE, span, List.of(), row -> {
                names.put(row.number("channel_id"), new Name(row.text("login"), row.text("name")));
                return row;
            });
            missing.removeAll(names.keySet());
            days *= 2;
        }
        return names;
    }

    private List<LocalDate> newestFirst() {
        State state = view.state();
        List<LocalDate> dates = new ArrayList<>(state.dates());
        dates.removeIf(date -> state.day(date).files(TABLE).isEmpty());
        Collections.reverse(dates);
        return dates;
    }
}
