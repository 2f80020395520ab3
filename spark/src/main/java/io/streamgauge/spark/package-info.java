/** The models on Spark: an engine, and the program for {@code spark-submit}. Nothing else in the product knows Spark. */
package io.streamgauge.spark;
