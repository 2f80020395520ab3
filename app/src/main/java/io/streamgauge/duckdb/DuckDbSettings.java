package io.streamgauge.duckdb;

import java.nio.file.Path;

/**
 * How much of the machine DuckDB may use.
 *
 * @param memoryMegabytes memory for its own buffers; beyond it, it works on disk
 * @param threads threads of one query
 * @param scratch a folder for what does not fit into memory
 */
public record DuckDbSettings(int memoryMegabytes, int threads, Path scratch) {

    public DuckDbSettings {
        if (memoryMegabytes < 32) {
            throw new IllegalArgumentException("DuckDB needs at least 32 MB, found " + memoryMegabytes);
        }
        if (threads < 1) {
            throw new IllegalArgumentException("DuckDB needs at least one thread, found " + threads);
        }
    }
}
