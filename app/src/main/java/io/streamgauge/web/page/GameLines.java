package io.streamgauge.web.page;

import io.streamgauge.analytics.GameFacts;
import io.streamgauge.analytics.LabelKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a category is, in lines of a name and its value.
 *
 * @param note why there is little or nothing to show, empty where there is enough
 * @param sourceHref the game's page at IGDB, empty where nothing shown is IGDB's or it has no page
 * @param isFromIgdb whether IGDB must be named as the source
 */
public record GameLines(List<Line> lines, String note, Optional<String> sourceHref, boolean isFromIgdb) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final int DAYS_IN_WORDS = 60;
    private static final int MONTHS_IN_WORDS = 24;

    /** One thing that is known, in parts with commas between. */
    public record Line(String name, List<Part> parts) {

        Line(String name, String value) {
            this(name, List.of(new Part(value, "")));
        }
    }

    /** @param href where there is more about it, empty where there is not */
    public record Part(String text, String href) {}

    /** Where the page of a genre, theme or mode is, by its id. */
    public interface Pages {
        String of(LabelKind kind, long id);
    }

    /**
     * Words what is known.
     *
     * @param facts empty where the category was not asked about yet
     * @param knowsGames whether any category was
     * @param at the time at which the game's age is told
     * @param pages of genres, themes and modes
     */
    public static GameLines of(Optional<GameFacts> facts, boolean knowsGames, Instant at, Pages pages) {
        if (facts.isEmpty()) {
            return without(
                    knowsGames
                            ? "What this category is was not asked of Twitch and IGDB yet."
                            : "What categories are is not known: no metadata was fetched from Twitch and IGDB, which"
                                    + " 'streamgauge metadata' does, and 'up' unless STREAMGAUGE_METADATA is off.");
        }
        GameFacts known = facts.get();
        if (!known.isGame()) {
            return without("This category is no game that IGDB knows, so it has no genre and no release.");
        }
        List<Line> lines = new ArrayList<>();
        add(lines, LabelKind.GENRE, known.genres(), pages);
        add(lines, LabelKind.THEME, known.themes(), pages);
        add(lines, LabelKind.MODE, known.modes(), pages);
        if (known.firstReleaseAt() != null) {
            LocalDate day = LocalDate.ofInstant(known.firstReleaseAt(), ZoneOffset.UTC);
            lines.add(new Line(
                    "First release", DAY.format(day) + ", " + age(day, LocalDate.ofInstant(at, ZoneOffset.UTC))));
        }
        add(lines, "Developers", known.developers());
        add(lines, "Publishers", known.publishers());
        if (known.totalRating() != null) {
            lines.add(new Line("Rating", Math.round(known.totalRating()) + " of 100"));
        }
        return new GameLines(
                lines,
                lines.isEmpty() ? "IGDB has this game and tells nothing more of it." : "",
                Optional.ofNullable(known.igdbUrl()),
                true);
    }

    private static GameLines without(String note) {
        return new GameLines(List.of(), note, Optional.empty(), false);
    }

    private static void add(List<Line> lines, String name, List<GameFacts.Label> labels) {
        if (!labels.isEmpty()) {
            lines.add(new Line(
                    name, labels.stream().map(GameFacts.Label::name).distinct().collect(Collectors.joining(", "))));
        }
    }

    private static void add(List<Line> lines, LabelKind kind, List<GameFacts.Label> labels, Pages pages) {
        if (!labels.isEmpty()) {
            lines.add(new Line(
                    LabelWords.title(kind),
                    labels.stream()
                            .map(label -> new Part(label.name(), pages.of(kind, label.id())))
                            .toList()));
        }
    }

    private static String age(LocalDate release, LocalDate now) {
        long days = ChronoUnit.DAYS.between(release, now);
        if (days < 0) {
            return "not out yet";
        }
        if (days < DAYS_IN_WORDS) {
            return days == 1 ? "1 day old" : days + " days old";
        }
        long months = ChronoUnit.MONTHS.between(release, now);
        return months < MONTHS_IN_WORDS
                ? (months == 1 ? "1 month old" : months + " months old")
                : ChronoUnit.YEARS.between(release, now) + " years old";
    }
}
