/** Takes snapshots: walks the whole live listing on schedule and lands each walk, complete or partial, in the lake. */
package io.streamgauge.collector;
