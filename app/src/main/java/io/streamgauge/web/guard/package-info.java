/** Who may ask, how much and how often. */
package io.streamgauge.web.guard;
