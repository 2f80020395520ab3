package io.streamgauge.web;

import io.streamgauge.analytics.DataHealth;
import io.streamgauge.analytics.DataHealth.State;
import io.streamgauge.analytics.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** A lake of thirteen days and a begun one, in which everything has happened to slots on one day. */
final class FakeHealth {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
    private static final LocalDate FIRST = LocalDate.parse("2026-11-10");

    private FakeHealth() {}

    static DataHealth of(List<Instant> missing, List<Status.Work> runs) {
        List<DataHealth.Day> days = new ArrayList<>();
        for (int back = 0; back < DataHealth.DAYS; back++) {
            LocalDate date = TODAY.minusDays(back);
            List<DataHealth.Slot> slots = new ArrayList<>();
            for (int i = 0; i < 96 && !date.isBefore(FIRST); i++) {
                Instant at = date.atStartOfDay(ZoneOffset.UTC).toInstant().plusSeconds(i * FakeAnalytics.CADENCE);
                slots.add(slot(at, missing));
            }
            days.add(new DataHealth.Day(date, slots));
        }
        return new DataHealth(days, runs);
    }

    private static DataHealth.Slot slot(Instant at, List<Instant> missing) {
        State state = at.isAfter(FakeAnalytics.NEWEST)
                ? State.PLANNED
                : missing.contains(at)
                        ? State.MISSING
                        : switch (at.toString()) {
                            case "2026-11-19T05:00:00Z", "2026-11-19T05:15:00Z" -> State.FAILED;
                            case "2026-11-19T07:00:00Z" -> State.PARTIAL;
                            case "2026-11-19T07:15:00Z" -> State.SET_APART;
                            default -> State.COMPLETE;
                        };
        String reason =
                switch (state) {
                    case COMPLETE, MISSING, PLANNED -> null;
                    case FAILED -> "no token: " + FakeNames.HOSTILE;
                    case PARTIAL -> "the listing broke off on page 12";
                    case SET_APART -> "most_rows_can_be_used";
                };
        return new DataHealth.Slot(at, FakeAnalytics.CADENCE, state, reason);
    }
}
