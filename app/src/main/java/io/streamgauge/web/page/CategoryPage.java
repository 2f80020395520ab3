package io.streamgauge.web.page;

import java.util.List;
import java.util.Optional;

/**
 * One category over a period.
 *
 * @param seen when it was first and last seen, empty where that is not known
 * @param absence why there is nothing to show, empty where there is
 * @param lastDayHref the day on which somebody last streamed in it, empty where that is not known
 * @param dataHref the figures as the API has them
 */
public record CategoryPage(
        Layout layout,
        String name,
        String seen,
        String compareHref,
        List<String> formerNames,
        Optional<String> absence,
        Optional<String> lastDayHref,
        List<Figure> figures,
        String coverage,
        Optional<Chart> viewers,
        Optional<Chart> channels,
        RankingTable streamers,
        RisingList rising,
        List<Language> languages,
        GameLines game,
        Optional<WeekPattern> week,
        Optional<WeekPattern> entry,
        Optional<RankChart> ranks,
        String dataHref) {

    /** @param href the streamers of the category in that language */
    public record Language(
            String name,
            String code,
            String href,
            String hours,
            String bar,
            String share,
            String channels,
            String airtime) {}
}
