package io.streamgauge.analytics;

/** What IGDB sorts games by. */
public enum LabelKind {
    GENRE("genre"),
    THEME("theme"),
    MODE("mode");

    private final String text;

    LabelKind(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }
}
