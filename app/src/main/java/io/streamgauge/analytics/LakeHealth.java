package io.streamgauge.analytics;

import io.streamgauge.engine.Span;
import io.streamgauge.lake.Slot;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Reads from the ledger how collecting and computing went of late. */
final class LakeHealth {

    private final View view;

    LakeHealth(View view) {
        this.view = view;
    }

    DataHealth read() {
        Instant now = view.now();
        LocalDate last = Span.day(now.minusSeconds(1));
        List<Slot> known = LakeSlots.of(view, now)
                .since(Span.day(last.minusDays(DataHealth.DAYS - 1L)).from());
        List<DataHealth.Slot> slots =
                new ArrayList<>(known.stream().map(LakeHealth::slot).toList());
        addPlanned(slots, Span.day(last).to());
        List<DataHealth.Day> days = new ArrayList<>();
        for (int back = 0; back < DataHealth.DAYS; back++) {
            LocalDate date = last.minusDays(back);
            days.add(new DataHealth.Day(
                    date,
                    slots.stream()
                            .filter(slot -> Span.day(slot.at()).equals(date))
                            .toList()));
        }
        return new DataHealth(days, LakeStatus.runs(view, DataHealth.RUNS));
    }

    static DataHealth.Slot slot(Slot slot) {
        DataHealth.State state =
                switch (slot.state()) {
                    case COMPLETE -> DataHealth.State.COMPLETE;
                    case SET_APART -> DataHealth.State.SET_APART;
                    case PARTIAL -> DataHealth.State.PARTIAL;
                    case FAILED -> DataHealth.State.FAILED;
                    case MISSING -> DataHealth.State.MISSING;
                };
        return new DataHealth.Slot(slot.at(), slot.cadenceSeconds(), state, slot.reason());
    }

    static void addPlanned(List<DataHealth.Slot> slots, Instant end) {
        if (slots.isEmpty()) {
            return;
        }
        DataHealth.Slot last = slots.get(slots.size() - 1);
        for (Instant at = last.at().plusSeconds(last.seconds());
                at.isBefore(end);
                at = at.plusSeconds(last.seconds())) {
            slots.add(new DataHealth.Slot(at, last.seconds(), DataHealth.State.PLANNED, null));
        }
    }
}
