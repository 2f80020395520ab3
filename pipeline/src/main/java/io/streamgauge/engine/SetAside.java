package io.streamgauge.engine;

/** A file that was moved out of landing because no snapshot could be read from it. */
public record SetAside(String key, String movedTo, String reason) {}
