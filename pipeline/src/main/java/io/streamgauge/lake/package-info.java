/** The lake: a folder or bucket of immutable Parquet files, and the ledger that says what is in it. */
package io.streamgauge.lake;
