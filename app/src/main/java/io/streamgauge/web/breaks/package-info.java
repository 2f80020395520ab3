/** The times at which the platform began to count differently, as far as they are known. */
package io.streamgauge.web.breaks;
