package io.streamgauge.lake;

/**
 * One immutable Parquet file of a table.
 *
 * @param unit what of the day it holds: {@code day} for all of it, else the time its rows belong to, for example
 *     {@code 20261122T101500Z}
 */
public record TableFile(String key, String unit, long rows, long bytes) {

    /** The unit of a file that holds its whole day. */
    public static final String DAY = "day";
}
