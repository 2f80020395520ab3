package io.streamgauge.lake;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The form of files of what was learnt of categories. */
public interface MetadataFormat {

    void write(List<CategoryFacts> facts, Path file);

    /** One file in place of several: of each category what was learnt last, and whatever differed from what was known before. */
    void merge(List<Path> files, Path file);

    /** When each category was asked about last. */
    Map<String, Instant> fetchedAt(List<Path> files);
}
