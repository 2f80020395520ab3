package io.streamgauge.metadata;

/** Hears how far fetching is. */
@FunctionalInterface
public interface MetadataListener {

    MetadataListener SILENT = (done, due) -> {};

    /** After each batch that is kept. */
    void fetched(int done, int due);
}
