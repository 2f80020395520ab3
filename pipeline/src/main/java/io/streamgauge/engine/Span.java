package io.streamgauge.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A half-open stretch of time {@code [from, to)}. */
public record Span(Instant from, Instant to) {

    public static final Span EVER = new Span(Instant.EPOCH, Instant.parse("9999-01-01T00:00:00Z"));

    public static Span day(LocalDate date) {
        return new Span(
                date.atStartOfDay(ZoneOffset.UTC).toInstant(),
                date.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    public static Span month(YearMonth month) {
        return new Span(
                day(month.atDay(1)).from(), day(month.plusMonths(1).atDay(1)).from());
    }

    /** The UTC day that holds a moment. */
    public static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }

    public long seconds() {
        return Duration.between(from, to).toSeconds();
    }

    public boolean overlaps(Span other) {
        return from.isBefore(other.to) && other.from.isBefore(to);
    }

    /** What lies in both of two that overlap. */
    public Span common(Span other) {
        return new Span(from.isAfter(other.from) ? from : other.from, to.isBefore(other.to) ? to : other.to);
    }

    public boolean holds(Instant moment) {
        return !moment.isBefore(from) && moment.isBefore(to);
    }

    /** The UTC days that it touches. */
    public Stream<LocalDate> days() {
        LocalDate first = LocalDate.ofInstant(from, ZoneOffset.UTC);
        LocalDate last = LocalDate.ofInstant(to.minusNanos(1), ZoneOffset.UTC);
        return first.datesUntil(last.plusDays(1));
    }

    /** The UTC days that it touches, in full. */
    public Span wholeDays() {
        return new Span(day(day(from)).from(), day(day(to.minusNanos(1))).to());
    }

    public Span widen(long secondsBefore, long secondsAfter) {
        return new Span(from.minusSeconds(secondsBefore), to.plusSeconds(secondsAfter));
    }

    /** The same time in as few spans as possible, in order. */
    static List<Span> union(List<Span> spans) {
        List<Span> merged = new ArrayList<>();
        for (Span span : spans.stream().sorted(Comparator.comparing(Span::from)).toList()) {
            Span last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last != null && !span.from.isAfter(last.to)) {
                Instant to = span.to.isAfter(last.to) ? span.to : last.to;
                merged.set(merged.size() - 1, new Span(last.from, to));
            } else {
                merged.add(span);
            }
        }
        return merged;
    }
}
