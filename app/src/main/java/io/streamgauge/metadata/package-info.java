/** Learns what there is to know of the categories that streams were seen in: names from Helix, games from IGDB. */
package io.streamgauge.metadata;
