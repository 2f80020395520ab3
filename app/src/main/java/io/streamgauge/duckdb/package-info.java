/** DuckDB: the embedded engine, the writer of snapshots, and queries over the published tables. */
package io.streamgauge.duckdb;
