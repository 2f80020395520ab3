/**
 * The simulated Twitch: a seeded world of live streams, or a recorded one, served over HTTP the way Helix serves the
 * real one.
 */
package io.streamgauge.simulator;
