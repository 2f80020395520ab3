package io.streamgauge.engine;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of time cut into what the roll-ups of long periods hold: whole months, whole days outside of these, and what is
 * left at both ends. Months and days are such as lie before the newest snapshot's day.
 */
public record Blocks(List<YearMonth> months, List<LocalDate> days, List<Span> edges) {

    public static Blocks of(Span span, LocalDate open) {
        List<YearMonth> months = new ArrayList<>();
        List<LocalDate> days = new ArrayList<>();
        List<Span> edges = new ArrayList<>();
        Instant at = span.from();
        while (at.isBefore(span.to())) {
            LocalDate date = Span.day(at);
            YearMonth month = YearMonth.from(date);
            Span ofMonth = Span.month(month);
            Span ofDay = Span.day(date);
            if (ofMonth.from().equals(at) && isOver(ofMonth, span, open)) {
                months.add(month);
                at = ofMonth.to();
            } else if (ofDay.from().equals(at) && isOver(ofDay, span, open)) {
                days.add(date);
                at = ofDay.to();
            } else {
                Instant end = ofDay.to().isBefore(span.to()) ? ofDay.to() : span.to();
                edges.add(new Span(at, end));
                at = end;
            }
        }
        return new Blocks(months, days, edges);
    }

    private static boolean isOver(Span block, Span span, LocalDate open) {
        return !block.to().isAfter(span.to())
                && !block.to().isAfter(Span.day(open).from());
    }
}
