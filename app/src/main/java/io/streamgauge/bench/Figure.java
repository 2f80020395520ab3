package io.streamgauge.bench;

/**
 * One measured number.
 *
 * @param name what was measured
 * @param unit of the value: {@code s}, {@code ms}, {@code MB}, {@code bytes}, {@code x} for a ratio …
 */
public record Figure(String benchmark, String name, double value, String unit) {}
