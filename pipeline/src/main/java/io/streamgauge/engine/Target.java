package io.streamgauge.engine;

import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * A period that figures are asked for, cut into pieces that the roll-ups hold: whole UTC days, whole hours, and what is
 * left at its ends.
 *
 * @param name the period's name in the tables: {@code hour}, {@code day}, {@code week}, {@code last-day} …
 */
public record Target(String name, Span span) {

    static final String HOUR = "hour";
    static final String DAY = "day";
    static final String WEEK = "week";
    static final String ROLLING = "rolling";

    /** The kinds of piece, as the models call them. */
    public enum Kind {
        DAY("day"),
        HOUR("hour"),
        EDGE("edge");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    public record Piece(Kind kind, Span span) {}

    /** What the file of a month is named by. */
    public static String unit(YearMonth month) {
        return "month-" + month;
    }

    /** What the file is named by that holds the period's rows, where a period has a file to itself. */
    static String unit(Target target) {
        return switch (target.name()) {
            case HOUR -> DayUnit.hourPeriod(target.span().from()).name();
            case DAY -> DayUnit.TOTAL;
            case WEEK -> "week-" + target.span().days().findFirst().orElseThrow();
            default -> ROLLING;
        };
    }

    public List<Piece> pieces() {
        List<Piece> pieces = new ArrayList<>();
        Instant at = span.from();
        while (at.isBefore(span.to())) {
            Instant nextHour = at.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
            Instant nextDay = at.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
            boolean onHour = at.equals(at.truncatedTo(ChronoUnit.HOURS));
            boolean onDay = at.equals(at.truncatedTo(ChronoUnit.DAYS));
            Piece piece;
            if (onDay && !nextDay.isAfter(span.to())) {
                piece = new Piece(Kind.DAY, new Span(at, nextDay));
            } else if (onHour && !nextHour.isAfter(span.to())) {
                piece = new Piece(Kind.HOUR, new Span(at, nextHour));
            } else {
                Instant end = nextHour.isBefore(span.to()) ? nextHour : span.to();
                piece = new Piece(Kind.EDGE, new Span(at, end));
            }
            pieces.add(piece);
            at = piece.span().to();
        }
        return pieces;
    }
}
