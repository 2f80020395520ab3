package io.streamgauge.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holds the figures of a page against the API: {@code data-api} names an address, {@code data-at} a place in its answer,
 * {@code data-field} figures there; of a table, {@code data-rows} an array, and its headings the fields.
 */
final class Agreement {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
    private static final Pattern ANY_CLOCK = Pattern.compile("\\b\\d\\d:\\d\\d\\b");
    private static final Pattern LASTED = Pattern.compile("(\\d+):(\\d\\d)");

    /** Where figures stand. */
    private static final String PLACES = "td, dd.value, .now b, .change, .moved, .note > span, .when,"
            + " svg:not(.bands) > rect > title, svg > title, text.last, .heat-key span, .section-head p:contains(%)";

    private final Visitor visitor;
    private final Map<String, JsonNode> answers = new ConcurrentHashMap<>();
    private final List<String> complaints = new ArrayList<>();
    private int held;
    private Set<Element> seen = Set.of();
    private String page = "";

    Agreement(Visitor visitor) {
        this.visitor = visitor;
    }

    List<String> complaints() {
        return complaints;
    }

    /** How many figures were held against the API. */
    int held() {
        return held;
    }

    void check(String address, Document document) {
        page = address;
        seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Element main = document.selectFirst("main");
        main.select("[data-field]:not(th):not(figure)").forEach(this::element);
        main.select("table[data-rows]").forEach(this::table);
        main.select("figure[data-rows]").forEach(this::chart);
        main.select("figure[data-lines]").forEach(this::lines);
        main.select("figure[data-hours]").forEach(this::hours);
        main.select(".ranking[data-api]").forEach(this::shares);
        main.select(".treemap-figure").forEach(this::treemap);
        for (Element place : main.select(PLACES)) {
            boolean isName = place.selectFirst("bdi") != null
                    || !place.select("[data-names]").isEmpty();
            if (!seen.contains(place) && !isName && !Shown.in(text(place)).isEmpty()) {
                complain(place, "has no tie to the API");
            }
        }
    }

    private void complain(Element element, String what) {
        complaints.add(page + ": '" + element.text() + "' (" + element.cssSelector() + ") " + what);
    }

    private static String text(Element element) {
        return element.tagName().equals("td") ? element.ownText() + inner(element) : element.text();
    }

    private static String inner(Element cell) {
        Element span = cell.selectFirst("> span:not(.moved):not(.change):not(.when)");
        return span == null ? "" : span.text();
    }

    private void element(Element element) {
        String[] fields = element.attr("data-field").split(" ");
        JsonNode answer = answer(element);
        Element at = element.closest("[data-at]");
        String place = at == null ? "" : at.attr("data-at");
        if (element.hasClass("figure")) {
            Element value = element.selectFirst("dd.value");
            if (!element.hasClass("leader")) {
                hold(value, value.text(), answer, place, fields);
                Shown.in(value.attr("title")).stream()
                        .findFirst()
                        .filter(exact -> !exact.is(number(answer, place, fields[0])))
                        .ifPresent(exact -> complain(value, "has another exact value in its title: " + exact.text()));
            }
            element.select(".change").forEach(change -> change(change, answer, place, fields[0]));
        } else if (element.tagName().equals("td")) {
            hold(element, text(element), answer, place, fields);
            element.select(".change").forEach(change -> change(change, answer, place, fields[0]));
        } else if (element.tagName().equals("p")) {
            seen.add(element);
            prose(element, answer, fields);
        } else {
            hold(element, element.text(), answer, place, fields);
        }
    }

    /** Sentences of which only the shares are figures. */
    private void prose(Element element, JsonNode answer, String... fields) {
        for (Shown shown : Shown.in(element.text())) {
            if (shown.unit().equals("%")) {
                held++;
                if (List.of(fields).stream().noneMatch(field -> shown.is(number(answer, "", field)))) {
                    complain(element, "says " + shown.text() + ", which none of its fields is");
                }
            }
        }
    }

    private JsonNode answer(Element element) {
        Element tied = element.closest("[data-api]");
        if (tied == null) {
            complain(element, "lies in nothing that names an address");
            return JsonMapper.shared().createObjectNode();
        }
        return answers.computeIfAbsent(tied.attr("data-api"), visitor::json);
    }

    private static JsonNode node(JsonNode answer, String place, String field) {
        return answer.at(field.startsWith("/") ? field : place + "/" + field);
    }

    private static double number(JsonNode answer, String place, String field) {
        JsonNode node = node(answer, place, field);
        if (node.isArray()) {
            boolean isPlayed = !node.isEmpty() && node.get(0).has("category_id");
            return isPlayed
                    ? node.valueStream()
                            .map(one -> one.path("category_id").asString())
                            .distinct()
                            .count()
                    : node.size();
        }
        return node.isNumber() ? node.doubleValue() : Double.NaN;
    }

    private void hold(Element element, String text, JsonNode answer, String place, String... fields) {
        seen.add(element);
        if (fields.length == 2
                && node(answer, place, fields[1]).isString()
                && LASTED.matcher(text).matches()) {
            Duration between = Duration.between(time(answer, place, fields[0]), time(answer, place, fields[1]));
            lasted(element, text, between.toSeconds() / 3600.0);
            return;
        }
        if (node(answer, place, fields[0]).isString()) {
            times(element, text, answer, place, fields);
            return;
        }
        if (LASTED.matcher(text).matches()) {
            lasted(element, text, number(answer, place, fields[0]));
            return;
        }
        List<Shown> figures = Shown.in(text);
        if (figures.isEmpty()) {
            if (node(answer, place, fields[0]).isMissingNode()) {
                complain(element, "is tied to nothing: " + place + " " + fields[0]);
            } else if (node(answer, place, fields[0]).isNumber() && !text.equals("new") && !text.equals("off air")) {
                complain(element, "shows nothing where the API says " + node(answer, place, fields[0]));
            }
            return;
        }
        if (figures.size() != fields.length) {
            complain(element, "holds " + figures.size() + " figures for the fields " + List.of(fields));
            return;
        }
        for (int i = 0; i < fields.length; i++) {
            held++;
            double exact = number(answer, place, fields[i]);
            if (Double.isNaN(exact) && text.startsWith("at most")) {
                exact = number(answer, place, "hours_watched") - number(answer, place, "gain");
            }
            if (!figures.get(i).is(exact)) {
                complain(
                        element,
                        "says " + figures.get(i).text() + " where the API says " + exact + " at " + place + " "
                                + fields[i]);
            }
        }
    }

    private static Instant time(JsonNode answer, String place, String field) {
        return Instant.parse(node(answer, place, field).asString());
    }

    private void lasted(Element element, String text, double hours) {
        held++;
        Matcher lasted = LASTED.matcher(text);
        long shown = lasted.matches() ? 60 * Long.parseLong(lasted.group(1)) + Long.parseLong(lasted.group(2)) : -1;
        if (shown != Math.round(hours * 3600) / 60) {
            complain(element, "does not last " + hours + " hours");
        }
    }

    private void times(Element element, String text, JsonNode answer, String place, String... fields) {
        held++;
        List<String> clocks = new ArrayList<>();
        for (String field : fields) {
            Instant time = time(answer, place, field);
            clocks.add(CLOCK.format(time.atOffset(ZoneOffset.UTC)));
            if (!text.contains(DAY.format(time.atOffset(ZoneOffset.UTC)))) {
                complain(element, "does not tell the day of " + time);
            }
        }
        ANY_CLOCK
                .matcher(text)
                .results()
                .map(found -> found.group())
                .filter(clock -> !clocks.contains(clock))
                .forEach(clock -> complain(element, "tells " + clock + ", expected one of " + clocks));
    }

    private void change(Element element, JsonNode answer, String place, String field) {
        seen.add(element);
        Element visible = element.selectFirst("span:last-child");
        String text = visible == null ? element.text() : visible.text();
        List<Shown> figures = Shown.in(text.replaceAll("[▲▼=×]", " "));
        if (figures.isEmpty()) {
            return;
        }
        double now = number(answer, place, field);
        double then = number(answer, "/comparison" + place, field.startsWith("/") ? field.substring(1) : field);
        Shown shown = figures.get(0);
        boolean isRank = field.endsWith("rank");
        double exact = isRank
                ? Math.abs(then - now)
                : text.startsWith("×") || text.contains("×")
                        ? Math.rint(now / then)
                        : shown.unit().equals("points") ? 100 * Math.abs(now - then) : Math.abs(now / then - 1);
        boolean rises = isRank ? then > now : now > then;
        held++;
        if (!shown.is(exact) || text.contains("▲") && !rises || text.contains("▼") && rises) {
            complain(element, "is no change from " + then + " to " + now + " (" + field + ")");
        }
        Shown.in(element.attr("title")).stream()
                .findFirst()
                .filter(before -> !before.is(then))
                .ifPresent(before -> complain(element, "is against " + before.text() + ", the API says " + then));
    }

    private void table(Element table) {
        JsonNode answer = answer(table);
        List<Element> headings = table.select("thead th");
        String rows = table.attr("data-rows");
        boolean isNewestFirst = table.hasAttr("data-newest");
        int place = isNewestFirst ? Integer.parseInt(table.attr("data-newest")) : 0;
        for (Element row : table.select("tbody tr")) {
            if (!answer.at(rows + "/" + place).isObject()) {
                complain(row, "is no row of the API's: " + rows + "/" + place);
                return;
            }
            for (int i = 0; i < row.childrenSize(); i++) {
                Element cell = row.child(i);
                String field = headings.get(i).attr("data-field");
                if (headings.get(i).text().equals("Category") || cell.hasClass("curve")) {
                    seen.add(cell);
                } else if (!field.isEmpty()) {
                    cell(cell, answer, rows + "/" + place, field);
                }
            }
            place += isNewestFirst ? -1 : 1;
        }
    }

    private void cell(Element cell, JsonNode answer, String place, String field) {
        seen.add(cell);
        Element changed = cell.selectFirst("span.change");
        if (changed != null) {
            change(changed, answer, place, field);
        } else if (!cell.hasClass("change")) {
            boolean isBegun =
                    field.equals("started_at") && !node(answer, place, field).isString();
            String text = cell.tagName().equals("td") ? text(cell) : cell.text();
            hold(cell, text, answer, place, isBegun ? new String[] {"first_seen_at"} : field.split(" "));
            cell.select(".moved").forEach(moved -> change(moved, answer, place, field));
        }
    }

    private void chart(Element chart) {
        JsonNode data = data(chart);
        JsonNode points = answer(chart).at(chart.attr("data-rows"));
        drawn(chart, data.path("steps"), points, chart.attr("data-field"));
        Element last = chart.selectFirst("text.last");
        if (last != null) {
            seen.add(last);
            JsonNode steps = data.path("steps");
            held++;
            if (!Shown.in(last.text())
                    .get(0)
                    .is(steps.get(steps.size() - 1).get(3).doubleValue())) {
                complain(last, "is not the last value drawn");
            }
        }
    }

    private static JsonNode data(Element chart) {
        return JsonMapper.shared().readTree(chart.selectFirst("script").data());
    }

    /** Each step drawn is a point of the API's, or the average of those that it lasts over. */
    private void drawn(Element chart, JsonNode steps, JsonNode points, String field) {
        for (JsonNode step : steps) {
            long from = step.get(0).longValue();
            long until = step.get(2).longValue();
            double sum = 0;
            double held = 0;
            for (JsonNode point : points) {
                long begins = Instant.parse(point.path("at").asString()).getEpochSecond();
                long ends = Instant.parse(point.path("until").asString()).getEpochSecond();
                long overlap = Math.min(until, ends) - Math.max(from, begins);
                if (overlap > 0) {
                    sum += overlap * point.path(field).doubleValue();
                    held += overlap;
                }
            }
            this.held++;
            if (held == 0 || Math.abs(sum / held - step.get(3).doubleValue()) > 0.5 + 1e-6) {
                complain(chart, "draws " + step + " where the API's points say " + sum / held);
            }
        }
    }

    private void lines(Element chart) {
        JsonNode data = data(chart);
        JsonNode rows = answer(chart).at("/rows");
        String field = chart.attr("data-lines");
        for (int i = 0; i < rows.size(); i++) {
            drawn(chart, data.path("lines").path(i).path("steps"), rows.get(i).path("series"), field);
        }
        chart.select("text.last").forEach(last -> {
            seen.add(last);
            boolean isEnd = data.path("lines")
                    .valueStream()
                    .map(line -> line.path("steps"))
                    .anyMatch(steps -> !steps.isEmpty()
                            && Shown.in(last.text())
                                    .get(0)
                                    .is(steps.get(steps.size() - 1).get(3).doubleValue()));
            if (!isEnd) {
                complain(last, "is no line's last value");
            }
        });
        List<Long> times = data.path("lines")
                .valueStream()
                .flatMap(line -> line.path("steps").valueStream())
                .map(step -> step.get(0).longValue())
                .distinct()
                .sorted(Collections.reverseOrder())
                .toList();
        Element table = chart.parent().selectFirst("table[data-lines]");
        int at = 0;
        for (Element row : table.select("tbody tr")) {
            long time = times.get(at++);
            seen.add(row.child(0));
            for (int i = 1; i < row.childrenSize(); i++) {
                Element cell = row.child(i);
                seen.add(cell);
                held++;
                double value = data.path("lines")
                        .path(i - 1)
                        .path("steps")
                        .valueStream()
                        .filter(step -> step.get(0).longValue() <= time
                                && time < step.get(2).longValue())
                        .mapToDouble(step -> step.get(3).doubleValue())
                        .findFirst()
                        .orElse(Double.NaN);
                List<Shown> shown = Shown.in(cell.text());
                if (shown.isEmpty() != Double.isNaN(value)
                        || !shown.isEmpty() && !shown.get(0).is(value)) {
                    complain(cell, "is not what its line shows: " + value);
                }
            }
        }
    }

    private void hours(Element map) {
        JsonNode answer = answer(map);
        String field = map.attr("data-hours");
        for (Element cell : map.select("svg.heat g rect")) {
            int y = Integer.parseInt(cell.attr("y"));
            int x = Integer.parseInt(cell.attr("x"));
            Element title = cell.selectFirst("title");
            hold(title, title.text().replaceFirst("^\\w+ \\d\\d:00: ", ""), answer, "/hours/" + (24 * y + x), field);
        }
        int hour = 0;
        List<String> figures = new ArrayList<>();
        for (Element row : map.select("tbody tr")) {
            for (int day = 1; day < row.childrenSize(); day++) {
                hold(row.child(day), row.child(day).text(), answer, "/hours/" + (24 * (day - 1) + hour), field);
                figures.add(row.child(day).text());
            }
            hour++;
        }
        for (Element key : map.select(".heat-key span")) {
            seen.add(key);
            if (!Shown.in(key.text()).isEmpty() && !figures.contains(key.text())) {
                complain(key, "is none of the map's figures");
            }
        }
    }

    /** What a ranking's rows hold of the whole, in its heading and in the bar of shares. */
    private void shares(Element ranking) {
        JsonNode answer = answer(ranking);
        Element subtitle = ranking.selectFirst(".section-head p");
        boolean isRanking = answer.has("viewer_seconds");
        if (subtitle != null) {
            seen.add(subtitle);
        }
        if (!isRanking) {
            return;
        }
        double whole = answer.path("viewer_seconds").doubleValue();
        List<Double> parts = answer.path("rows")
                .valueStream()
                .map(row -> row.path("viewer_seconds").doubleValue() / whole)
                .toList();
        for (Shown shown : Shown.in(subtitle.text())) {
            if (shown.unit().equals("%")) {
                held++;
                double all = parts.stream().mapToDouble(Double::doubleValue).sum();
                if (!shown.is(all)) {
                    complain(subtitle, "expected " + all);
                }
            }
        }
        int place = 0;
        double rest = 1;
        for (Element segment : ranking.select("svg.shares > svg")) {
            Element title = segment.selectFirst("title");
            seen.add(title);
            held++;
            boolean isRest = segment.selectFirst("rect.other") != null;
            double share = isRest ? rest : parts.get(place++);
            rest -= share;
            String text = title.text();
            if (!Shown.in(text.substring(text.lastIndexOf(": ") + 2)).get(0).is(share)) {
                complain(title, "expected " + share);
            }
        }
    }

    private void treemap(Element figure) {
        JsonNode answer = answer(figure);
        for (Element map : figure.select("svg.treemap")) {
            long rest = answer.at("/summary/viewers").longValue();
            List<Element> cells = new ArrayList<>(map.select("> svg"));
            cells.sort((one, other) -> Boolean.compare(other.hasAttr("data-at"), one.hasAttr("data-at")));
            for (Element cell : cells) {
                Element title = cell.selectFirst("title");
                seen.add(title);
                held++;
                String text = title.text();
                List<Shown> shown = Shown.in(text.substring(text.lastIndexOf(": ") + 2));
                long viewers = cell.hasAttr("data-at")
                        ? answer.at(cell.attr("data-at") + "/viewers").longValue()
                        : rest;
                rest -= viewers;
                double share = (double) viewers / answer.at("/summary/viewers").longValue();
                if (!shown.get(0).is(viewers) || !shown.get(1).is(share)) {
                    complain(title, "expected " + viewers + " viewers, " + share);
                }
            }
        }
    }
}
