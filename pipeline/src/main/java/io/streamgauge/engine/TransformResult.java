package io.streamgauge.engine;

import io.streamgauge.lake.Publication;
import java.util.List;
import java.util.Optional;

/**
 * What a transform did.
 *
 * @param complete complete snapshots taken in
 * @param partial partial snapshots noted
 * @param aside files that held no snapshot
 * @param published the state that readers see now, empty where the lake holds nothing
 */
public record TransformResult(int complete, int partial, List<SetAside> aside, Optional<Publication> published) {}
