package io.streamgauge.engine;

import io.streamgauge.lake.DayLedger;
import io.streamgauge.lake.Publication;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Counts what a transform takes in. */
final class Counts {

    private int complete;
    private int partial;
    private final List<DayLedger.Entry> setApart = new ArrayList<>();

    void add(List<DayLedger.Entry> entries) {
        for (DayLedger.Entry entry : entries) {
            if (entry.crawl().complete()) {
                complete++;
                if (!entry.counts()) {
                    setApart.add(entry);
                }
            } else {
                partial++;
            }
        }
    }

    TransformResult result(Plan plan, Intake intake, Optional<Publication> published) {
        return new TransformResult(
                complete, partial, List.copyOf(setApart), plan, List.copyOf(intake.aside()), published);
    }
}
