package io.streamgauge.web;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.jsoup.nodes.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds what charts draw over time, and the tables below them, against the API. */
final class CurvesDrawn {

    private final Agreement agreement;

    CurvesDrawn(Agreement agreement) {
        this.agreement = agreement;
    }

    void chart(Element chart) {
        JsonNode data = data(chart);
        JsonNode points = agreement.answer(chart).at(chart.attr("data-rows"));
        drawn(chart, data.path("steps"), points, chart.attr("data-field"));
        Element last = chart.selectFirst("text.last");
        if (last != null) {
            agreement.see(last);
            JsonNode steps = data.path("steps");
            agreement.count();
            if (!Shown.in(last.text())
                    .get(0)
                    .is(steps.get(steps.size() - 1).get(3).doubleValue())) {
                agreement.complain(last, "is not the last value drawn");
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
            agreement.count();
            if (held == 0 || Math.abs(sum / held - step.get(3).doubleValue()) > 0.5 + 1e-6) {
                agreement.complain(chart, "draws " + step + " where the API's points say " + sum / held);
            }
        }
    }

    void lines(Element chart) {
        JsonNode data = data(chart);
        JsonNode rows = agreement.answer(chart).at("/rows");
        String field = chart.attr("data-lines");
        for (int i = 0; i < rows.size(); i++) {
            drawn(chart, data.path("lines").path(i).path("steps"), rows.get(i).path("series"), field);
        }
        chart.select("text.last").forEach(last -> {
            agreement.see(last);
            boolean isEnd = data.path("lines")
                    .valueStream()
                    .map(line -> line.path("steps"))
                    .anyMatch(steps -> !steps.isEmpty()
                            && Shown.in(last.text())
                                    .get(0)
                                    .is(steps.get(steps.size() - 1).get(3).doubleValue()));
            if (!isEnd) {
                agreement.complain(last, "is no line's last value");
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
            agreement.see(row.child(0));
            for (int i = 1; i < row.childrenSize(); i++) {
                Element cell = row.child(i);
                agreement.see(cell);
                agreement.count();
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
                    agreement.complain(cell, "is not what its line shows: " + value);
                }
            }
        }
    }
}
