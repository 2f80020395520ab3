package io.streamgauge.bench;

import java.util.List;

/** One thing that is measured. */
public interface Benchmark {

    /** The name on the command line. */
    String name();

    /** What it measures, in a sentence. */
    String description();

    /** Measures; data that it makes lies below the bench's folder and is used again by the next run. */
    List<Figure> run(Bench bench);
}
