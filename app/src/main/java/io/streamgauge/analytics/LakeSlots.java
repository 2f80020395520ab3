package io.streamgauge.analytics;

import io.streamgauge.engine.State;
import io.streamgauge.lake.Slot;
import io.streamgauge.lake.Slots;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The slots of a lake up to now, the newest first. */
final class LakeSlots {

    private final List<Slot> newestFirst;

    private LakeSlots(List<Slot> newestFirst) {
        this.newestFirst = newestFirst;
    }

    static LakeSlots of(View view, Instant now) {
        State state = view.state();
        List<Slot> slots =
                new ArrayList<>(Slots.of(state.dates().stream().map(state::day).toList(), view.failedCrawls(), now));
        Collections.reverse(slots);
        return new LakeSlots(slots);
    }

    Status.Slots counts() {
        long complete = count(Slot.State.COMPLETE);
        return new Status.Slots(
                newestFirst.size(),
                complete,
                count(Slot.State.PARTIAL),
                count(Slot.State.SET_APART),
                count(Slot.State.FAILED),
                newestFirst.size() - complete,
                count(Slot.State.MISSING));
    }

    /** Those without a complete snapshot. */
    List<Instant> missing(int most) {
        return some(slot -> slot.state() != Slot.State.COMPLETE, most)
                .map(Slot::at)
                .toList();
    }

    List<Status.Partial> partial(int most) {
        return some(slot -> slot.state() == Slot.State.PARTIAL, most)
                .map(slot -> new Status.Partial(slot.at(), slot.reason()))
                .toList();
    }

    List<Status.Trouble> troubled(int most) {
        return some(slot -> slot.reason() != null, most)
                .map(slot -> new Status.Trouble(slot.at(), slot.state().name().toLowerCase(Locale.ROOT), slot.reason()))
                .toList();
    }

    /** Those that begin then or later, oldest first. */
    List<Slot> since(Instant first) {
        List<Slot> slots = new ArrayList<>(newestFirst.stream()
                .takeWhile(slot -> !slot.at().isBefore(first))
                .toList());
        Collections.reverse(slots);
        return slots;
    }

    private Stream<Slot> some(Predicate<Slot> wanted, int most) {
        return newestFirst.stream().filter(wanted).limit(most);
    }

    private long count(Slot.State state) {
        return newestFirst.stream().filter(slot -> slot.state() == state).count();
    }
}
