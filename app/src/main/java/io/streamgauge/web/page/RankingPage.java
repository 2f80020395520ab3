package io.streamgauge.web.page;

import java.util.List;
import java.util.Optional;

/**
 * A ranking in full, page by page.
 *
 * @param siblings other rankings of the same things
 * @param notes how it counts, in sentences
 * @param narrowing a choice of what is ranked, absent where there is none
 * @param isFromIgdb whether IGDB must be named as the source
 */
public record RankingPage(
        Layout layout,
        List<Layout.NavLink> siblings,
        String coverage,
        List<String> notes,
        List<Filter> filters,
        Optional<Narrowing> narrowing,
        RankingTable table,
        boolean isFromIgdb) {

    /** One that is about nothing that IGDB tells. */
    public static RankingPage of(Layout layout, String coverage, List<Filter> filters, RankingTable table) {
        return new RankingPage(layout, List.of(), coverage, List.of(), filters, Optional.empty(), table, false);
    }

    /** A restriction in force and the way out of it. */
    public record Filter(String text, String removeHref) {}

    /**
     * A form that narrows the ranking.
     *
     * @param kept what the form carries along
     */
    public record Narrowing(String path, List<Layout.Hidden> kept, List<Choice> choices) {}

    /** One list to choose from. */
    public record Choice(String name, String label, List<Option> options) {}

    public record Option(String value, String text, boolean isChosen) {}
}
