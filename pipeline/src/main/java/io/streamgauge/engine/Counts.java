package io.streamgauge.engine;

import io.streamgauge.lake.DayLedger;
import io.streamgauge.lake.Publication;
import java.util.List;
import java.util.Optional;

/** Counts what a transform takes in. */
final class Counts {

    private int complete;
    private int partial;

    void add(List<DayLedger.Entry> entries) {
        for (DayLedger.Entry entry : entries) {
            if (entry.crawl().complete()) {
                complete++;
            } else {
                partial++;
            }
        }
    }

    TransformResult result(Intake intake, Optional<Publication> published) {
        return new TransformResult(complete, partial, List.copyOf(intake.aside()), published);
    }
}
