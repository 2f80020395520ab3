package io.streamgauge.web;

import io.streamgauge.analytics.Analytics;
import io.streamgauge.analytics.Period;
import io.streamgauge.analytics.PeriodName;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The period that a request asks for.
 *
 * @param name empty where it was given by its ends
 * @param zone whose days, weeks and months are meant
 * @param parameters what asks for it again
 */
record AskedPeriod(Period period, Optional<PeriodName> name, ZoneId zone, Map<String, String> parameters) {

    static final List<String> PARAMETERS = List.of("from", "to", "period", "at", "zone");

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");
    private static final String TIME_FORMS =
            "a date like 2026-11-22, a time of the zone like 2026-11-22T10:15, or an instant like 2026-11-22T10:15:00Z";
    private static final Pattern LOCAL = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2})?");
    private static final List<String> NAMES =
            Arrays.stream(PeriodName.values()).map(PeriodName::text).toList();

    static AskedPeriod of(Parameters parameters, Analytics analytics) {
        Optional<String> from = parameters.text("from");
        Optional<String> to = parameters.text("to");
        Optional<PeriodName> name = parameters.choice("period", PeriodName::of, NAMES);
        Optional<String> at = parameters.text("at");
        ZoneId zone = parameters.text("zone").map(AskedPeriod::zone).orElse(ZoneOffset.UTC);
        if (from.isPresent() || to.isPresent()) {
            if (name.isPresent() || at.isPresent()) {
                throw RefusedRequest.badRequest(
                        "A period is given twice, expected either from and to, or period and at");
            }
            return between(from, to, parameters, zone);
        }
        return named(name, at, parameters, zone, analytics);
    }

    private static AskedPeriod between(Optional<String> from, Optional<String> to, Parameters given, ZoneId zone) {
        if (from.isEmpty() || to.isEmpty()) {
            String missing = from.isEmpty() ? "from" : "to";
            throw RefusedRequest.badRequest(
                    "Parameter '" + missing + "' is missing, expected both from and to: " + TIME_FORMS);
        }
        Instant start = time("from", from.get(), zone);
        Instant end = time("to", to.get(), zone);
        if (!start.isBefore(end)) {
            throw RefusedRequest.badParameter("to", to.get(), "a time after from, which is " + start);
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("from", from.get());
        parameters.put("to", to.get());
        parameters.putAll(given.given(List.of("zone")));
        return new AskedPeriod(new Period(start, end), Optional.empty(), zone, parameters);
    }

    private static AskedPeriod named(
            Optional<PeriodName> asked, Optional<String> at, Parameters given, ZoneId zone, Analytics analytics) {
        PeriodName name = asked.orElse(at.isPresent() ? PeriodName.DAY : PeriodName.LAST_DAY);
        if (name.isRolling() && at.isPresent()) {
            throw RefusedRequest.badParameter(
                    "at", at.get(), "none, since " + name.text() + " always ends with the newest snapshot");
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("period", name.text());
        at.ifPresent(text -> parameters.put("at", text));
        parameters.putAll(given.given(List.of("zone")));
        Period period = analytics.period(name, at.map(text -> time("at", text, zone)), zone);
        return new AskedPeriod(period, Optional.of(name), zone, parameters);
    }

    private static Instant parsed(String text, ZoneId zone) {
        if (text.length() == "2026-11-22".length()) {
            return LocalDate.parse(text).atStartOfDay(zone).toInstant();
        }
        return LOCAL.matcher(text).matches()
                ? LocalDateTime.parse(text).atZone(zone).toInstant()
                : Instant.parse(text);
    }

    private static ZoneId zone(String text) {
        if (!ZoneId.getAvailableZoneIds().contains(text)) {
            throw RefusedRequest.badParameter("zone", text, "a time zone's name such as Europe/Berlin or UTC");
        }
        return ZoneId.of(text);
    }

    /** A date is its first moment in the zone; a time without an offset is one of the zone's. */
    static Instant time(String name, String text, ZoneId zone) {
        Instant time;
        try {
            time = parsed(text, zone);
        } catch (DateTimeParseException unreadable) {
            throw RefusedRequest.badParameter(name, text, TIME_FORMS);
        }
        if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
            throw RefusedRequest.badParameter(name, text, "a time between the years 2000 and 2100");
        }
        if (time.getNano() != 0) {
            throw RefusedRequest.badParameter(name, text, "whole seconds");
        }
        return time;
    }
}
