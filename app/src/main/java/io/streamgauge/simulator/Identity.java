package io.streamgauge.simulator;

/** A channel's id and names as they are at one time. */
record Identity(String userId, String login, String displayName) {}
