/** Brings the tables up to date with landing: which model runs over which rows, whatever the engine that runs it. */
package io.streamgauge.engine;
