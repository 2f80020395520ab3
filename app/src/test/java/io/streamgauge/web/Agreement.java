package io.streamgauge.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holds the figures of a page against the API: {@code data-api} names an address, {@code data-at} a place in its answer,
 * {@code data-field} figures there; of a table, {@code data-rows} an array, and its headings the fields.
 */
final class Agreement {

    private static final Pattern LASTED = Pattern.compile("(\\d+):(\\d\\d)");

    /** Where figures stand. */
    private static final String PLACES = "td, dd.value, .now b, .change, .moved, .note > span, .when,"
            + " svg:not(.bands) > rect > title, svg > title, text.last, .heat-key span, .section-head p:contains(%),"
            + " [aria-labelledby=checks-title] p, .facts > div > dd:not(details dd), .stale, .seen, .slots-missing li,"
            + " [aria-labelledby=from-title] > p:not(.more)";

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
        main.select("[data-field]:not(th):not(figure):not(ul[data-rows] *)").forEach(this::element);
        main.select("ul[data-rows]").forEach(this::list);
        main.select("table[data-rows]").forEach(this::table);
        CurvesDrawn curves = new CurvesDrawn(this);
        main.select("figure[data-rows]").forEach(curves::chart);
        main.select("figure[data-lines]").forEach(curves::lines);
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

    void complain(Element element, String what) {
        complaints.add(page + ": '" + element.text() + "' (" + element.cssSelector() + ") " + what);
    }

    void see(Element place) {
        seen.add(place);
    }

    void count() {
        held++;
    }

    private static String text(Element element) {
        return element.tagName().equals("td") ? element.ownText() + inner(element) : element.text();
    }

    private static String inner(Element cell) {
        Element span = cell.selectFirst("> span:not(.moved):not(.change):not(.when), > bdi");
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
            say(element, element.text(), nodes(answer, "", fields));
        } else {
            hold(element, element.text(), answer, place, fields);
        }
    }

    JsonNode answer(Element element) {
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

    private static List<JsonNode> nodes(JsonNode answer, String place, String... fields) {
        return Stream.of(fields).map(field -> node(answer, place, field)).toList();
    }

    private void say(Element element, String text, List<JsonNode> nodes) {
        seen.add(element);
        held++;
        if (nodes.stream().anyMatch(JsonNode::isMissingNode)) {
            complain(element, "is tied to nothing");
        }
        Said.complaints(text, nodes).forEach(what -> complain(element, what));
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
        List<JsonNode> nodes = nodes(answer, place, fields);
        if (nodes.stream().anyMatch(JsonNode::isString)) {
            say(element, text, nodes);
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
            } else if (node(answer, place, fields[0]).isNumber() && !isWord(text, node(answer, place, fields[0]))) {
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
            if (node(answer, place, fields[i]).isObject()) {
                exact = node(answer, place, fields[i]).size() - i;
            }
            if (!figures.get(i).is(exact)) {
                complain(
                        element,
                        "says " + figures.get(i).text() + " where the API says " + exact + " at " + place + " "
                                + fields[i]);
            }
        }
    }

    /** Whether a text may stand for a number. */
    private static boolean isWord(String text, JsonNode number) {
        boolean isNone = text.equals("none") || text.endsWith("nothing bridged");
        return isNone && number.doubleValue() == 0 || text.equals("new") || text.equals("off air");
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
                } else if (cell.selectFirst("svg.slot-row") != null) {
                    held++;
                    SlotsDrawn.complaints(cell.selectFirst("svg.slot-row"), answer.at(rows + "/" + place))
                            .forEach(what -> complain(row, what));
                } else if (!field.isEmpty()) {
                    cell(cell, answer, rows + "/" + place, field);
                }
            }
            place += isNewestFirst ? -1 : 1;
        }
    }

    private void list(Element list) {
        JsonNode answer = answer(list);
        String rows = list.attr("data-rows");
        if (list.childrenSize() != answer.at(rows).size()) {
            complain(list, "has not as many rows as the API: " + answer.at(rows).size());
            return;
        }
        for (int i = 0; i < list.childrenSize(); i++) {
            Element item = list.child(i);
            String place = rows + "/" + i;
            if (item.select("[data-field]").isEmpty()) {
                hold(item, item.text(), answer, "", place);
            }
            item.select("[data-field]").forEach(one -> hold(one, one.text(), answer, place, one.attr("data-field")));
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
