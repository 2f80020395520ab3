/** Benchmarks: made-up lakes of any size, and how fast and how small the product is on them. */
package io.streamgauge.bench;
