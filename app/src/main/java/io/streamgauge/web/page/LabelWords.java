package io.streamgauge.web.page;

import io.streamgauge.analytics.LabelKind;

/** Genres, themes, modes and release ages in words. */
public final class LabelWords {

    /** Why nothing is known, and what to do. */
    public static final String UNKNOWN =
            "What categories are is not known: nothing that was fetched from Twitch and IGDB is in the"
                    + " tables yet. 'streamgauge metadata' fetches it and the next transform takes it in; 'up' does both by itself, unless"
                    + " STREAMGAUGE_METADATA is off or Twitch's credentials are missing.";

    private LabelWords() {}

    /** Of all of a kind. */
    public static String title(LabelKind kind) {
        return switch (kind) {
            case GENRE -> "Genres";
            case THEME -> "Themes";
            case MODE -> "Modes";
            case AGE -> "Release age";
        };
    }

    /** One of a kind, before its name. */
    public static String one(LabelKind kind) {
        return switch (kind) {
            case GENRE -> "Genre";
            case THEME -> "Theme";
            case MODE -> "Mode";
            case AGE -> "Release age";
        };
    }

    /** What stands for the categories without any. */
    public static String none(LabelKind kind) {
        return switch (kind) {
            case GENRE -> "No known genre";
            case THEME -> "No known theme";
            case MODE -> "No known mode";
            case AGE -> "No game, or no known release";
        };
    }

    public static String name(LabelKind kind, long id, String name) {
        return id == 0 ? none(kind) : name;
    }

    /** How a category is counted. */
    public static String counting(LabelKind kind) {
        return switch (kind) {
            case GENRE -> several("genres");
            case THEME -> several("themes");
            case MODE -> several("modes");
            case AGE ->
                "A game counts under the age that it had when it was watched: its first week, then the days up to the 30th, to the"
                        + " 365th, and so on. Each is of one age at a time, so that shares add up to all hours watched.";
        };
    }

    private static String several(String many) {
        return "A category with several " + many
                + " counts in each, so that shares can add up to more than all hours watched.";
    }

    /** What one is. */
    public static String identity(LabelKind kind) {
        return switch (kind) {
            case GENRE -> "Genre of games";
            case THEME -> "Theme of games";
            case MODE -> "Game mode";
            case AGE -> "Time since a game's first release";
        };
    }
}
