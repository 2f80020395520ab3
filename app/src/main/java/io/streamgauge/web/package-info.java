/** Serves pages and the API over HTTP, from the answers of {@code analytics} alone. */
package io.streamgauge.web;
