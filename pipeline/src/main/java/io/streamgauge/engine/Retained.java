package io.streamgauge.engine;

/**
 * What was let go of.
 *
 * @param files files of landing, and files that had been set aside
 * @param days days of tables
 */
public record Retained(int files, int days) {}
