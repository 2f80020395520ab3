/** What a server and its lake tell a Prometheus. */
package io.streamgauge.web.metrics;
