package io.streamgauge.web.page;

import io.streamgauge.analytics.BroadcastReport;
import io.streamgauge.analytics.ChannelReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Which category was on at each time of a channel's series, coloured in the order in which the report names them. */
record Bands(List<Chart.BandName> names, NavigableMap<Instant, Integer> indexes) {

    static Bands none() {
        return new Bands(List.of(), new TreeMap<>());
    }

    static Bands of(ChannelReport report) {
        Map<String, String> names = new LinkedHashMap<>();
        report.categories().forEach(played -> names.put(played.categoryId(), played.name()));
        return of(names, report.series());
    }

    static Bands of(BroadcastReport report) {
        return of(names(report), report.series());
    }

    /** The categories of a broadcast by id, in the order in which they came. */
    static Map<String, String> names(BroadcastReport report) {
        Map<String, String> names = new LinkedHashMap<>();
        report.categories().forEach(category -> names.putIfAbsent(category.categoryId(), category.name()));
        return names;
    }

    private static Bands of(Map<String, String> namesById, List<ChannelReport.Point> series) {
        Map<String, Integer> places = new LinkedHashMap<>();
        List<Chart.BandName> names = new ArrayList<>();
        namesById.forEach((id, name) -> {
            places.put(id, names.size());
            names.add(new Chart.BandName(colour(names.size()), name));
        });
        NavigableMap<Instant, Integer> indexes = new TreeMap<>();
        for (ChannelReport.Point point : series) {
            Integer place = places.get(point.categoryId());
            if (place != null) {
                indexes.put(point.at(), place);
            }
        }
        return new Bands(names, indexes);
    }

    static String colour(int place) {
        return place < ShareBar.COLOURS ? "category-" + (place + 1) : "other";
    }

    Optional<Integer> indexAt(Instant at) {
        return Optional.ofNullable(indexes.floorEntry(at)).map(Map.Entry::getValue);
    }

    /** Neighbouring steps of one category as one band. */
    List<Chart.Band> drawn(List<Step> steps, Plot plot) {
        List<Chart.Band> bands = new ArrayList<>();
        int i = 0;
        while (i < steps.size()) {
            Step first = steps.get(i);
            Step last = first;
            Optional<Integer> index = indexAt(first.at());
            while (i + 1 < steps.size()
                    && last.touches(steps.get(i + 1))
                    && indexAt(steps.get(i + 1).at()).equals(index)) {
                last = steps.get(++i);
            }
            if (index.isPresent()) {
                Chart.Stretch stretch = plot.stretch(first.at(), last.until());
                Chart.BandName name = names.get(index.get());
                bands.add(new Chart.Band(stretch.start(), stretch.width(), name.colour(), name.name()));
            }
            i++;
        }
        return bands;
    }
}
