package io.streamgauge.analytics;

/** What a question looks at: all of Twitch, or one part of it. */
public sealed interface About {

    record Platform() implements About {}

    /** @param id "" is the category "(none)" */
    record Category(String id) implements About {}

    record Channel(String idOrLogin) implements About {}
}
