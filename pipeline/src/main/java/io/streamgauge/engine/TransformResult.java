package io.streamgauge.engine;

import io.streamgauge.lake.DayLedger;
import io.streamgauge.lake.Publication;
import java.util.List;
import java.util.Optional;

/**
 * What a transform did.
 *
 * @param complete complete snapshots taken in
 * @param partial partial snapshots noted
 * @param setApart complete snapshots among them that failed a check and are in no figure
 * @param plan what models that have changed made necessary, and has been done
 * @param aside files that held no snapshot
 * @param published the state that readers see now, empty where the lake holds nothing
 */
public record TransformResult(
        int complete,
        int partial,
        List<DayLedger.Entry> setApart,
        Plan plan,
        List<SetAside> aside,
        Optional<Publication> published) {}
