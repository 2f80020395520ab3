/** The models: SQL files that a person can read, with a header that says how each is kept. */
package io.streamgauge.model;
