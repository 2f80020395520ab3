package io.streamgauge.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** An answer of {@code /metrics}: samples by name and labels as they stand there. */
record Scrape(String text, Map<String, Double> samples) {

    private static final Pattern FAMILY = Pattern.compile("(?m)^# HELP (\\S+)");

    static Scrape of(Visitor visitor, String... headers) {
        return parse(visitor.get("/metrics", headers).body());
    }

    static Scrape parse(String text) {
        Map<String, Double> samples = new LinkedHashMap<>();
        text.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            int space = line.lastIndexOf(' ');
            samples.put(line.substring(0, space), Double.valueOf(line.substring(space + 1)));
        });
        return new Scrape(text, samples);
    }

    double value(String sample) {
        if (!samples.containsKey(sample)) {
            throw new AssertionError("There is no " + sample + " in\n" + text);
        }
        return samples.get(sample);
    }

    Set<String> families() {
        return FAMILY.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    /** Names of samples, which are those of families but for the parts of histograms. */
    Set<String> names() {
        return samples.keySet().stream()
                .map(sample -> sample.replaceFirst("\\{.*", ""))
                .collect(Collectors.toSet());
    }
}
