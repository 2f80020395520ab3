/** Answers questions about any period from the published tables, by the metric standard. */
package io.streamgauge.analytics;
