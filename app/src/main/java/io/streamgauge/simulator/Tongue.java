package io.streamgauge.simulator;

/** A language with the daily rhythm of its people. */
record Tongue(Language language, DayRhythm rhythm) {}
