package io.streamgauge.simulator;

/** A category under one of its names. */
record Category(String id, String name, String igdbId) {
    static final Category NONE = new Category("", "", "");

    String boxArtUrl() {
        String file = igdbId.isEmpty() ? id : id + "_IGDB";
        return "https://static-cdn.jtvnw.net/ttv-boxart/" + file + "-{width}x{height}.jpg";
    }
}
