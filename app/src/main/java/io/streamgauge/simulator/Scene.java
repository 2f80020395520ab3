package io.streamgauge.simulator;

import java.util.List;

/**
 * What a broadcast shows for a while.
 *
 * @param tags null where Twitch sends null
 */
record Scene(Category category, String title, List<String> tags) {}
