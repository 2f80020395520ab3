package io.streamgauge.engine;

import io.streamgauge.lake.DayLedger;
import io.streamgauge.lake.FailedCrawl;
import io.streamgauge.lake.Landing;
import io.streamgauge.lake.Publication;
import io.streamgauge.lake.SnapshotId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Looks for what has landed and is in no table yet. */
final class Pending {

    private final Workshop workshop;
    private final Landing landing;

    Pending(Workshop workshop) {
        this.workshop = workshop;
        this.landing = new Landing(workshop.store);
    }

    /** Snapshots within the span that the state does not know, by day. */
    TreeMap<LocalDate, List<DayLedger.Entry>> snapshots(Optional<Publication> base, Span span, Intake intake) {
        landing.foreign().forEach(key -> intake.setAside(key, "its name is not that of a snapshot"));
        TreeMap<LocalDate, List<DayLedger.Entry>> pending = new TreeMap<>();
        Map<LocalDate, Set<String>> known = new HashMap<>();
        Draft now = workshop.draft(base);
        List<Landing.Landed> unknown = landing.list().stream()
                .filter(landed -> span.holds(landed.snapshot().at()))
                .filter(landed -> !known.computeIfAbsent(landed.snapshot().date(), day -> keys(base, day))
                        .contains(landed.key()))
                .toList();
        workshop.store.prepare(unknown.stream().map(Landing.Landed::key).toList());
        for (Landing.Landed landed : unknown) {
            LocalDate date = landed.snapshot().date();
            if (now.isFrozen(date)) {
                intake.setAside(landed.key(), "the observations of its day are no longer kept");
            } else {
                intake.read(landed).ifPresent(entry -> pending.computeIfAbsent(date, day -> new ArrayList<>())
                        .add(entry));
            }
        }
        return pending;
    }

    /** Crawls within the span that landed nothing and that the state does not know, by day. */
    Map<LocalDate, List<FailedCrawl>> failures(Optional<Publication> base, Span span) {
        Map<LocalDate, List<FailedCrawl>> pending = new TreeMap<>();
        landing.failures().values().stream()
                .filter(failure -> span.holds(failure.snapshotAt()))
                .forEach(failure -> {
                    LocalDate date = SnapshotId.at(failure.snapshotAt()).date();
                    boolean isKnown = base.map(state -> workshop.ledger.day(state, date))
                            .filter(day -> day.failures().contains(failure))
                            .isPresent();
                    if (!isKnown) {
                        pending.computeIfAbsent(date, day -> new ArrayList<>()).add(failure);
                    }
                });
        return pending;
    }

    private Set<String> keys(Optional<Publication> base, LocalDate date) {
        Set<String> keys = new HashSet<>();
        base.ifPresent(state -> workshop.ledger.day(state, date).snapshots().forEach(entry -> keys.add(entry.key())));
        return keys;
    }
}
