/** Writes the models as a pipeline for Databricks. */
package io.streamgauge.databricks;
