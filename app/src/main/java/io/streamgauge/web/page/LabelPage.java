package io.streamgauge.web.page;

import java.util.List;
import java.util.Optional;

/**
 * One genre, theme, mode or release age over a period.
 *
 * @param siblings what else categories are told apart by
 * @param identity what it is, in a sentence
 * @param absence why there is nothing to show, empty where there is
 * @param categories its most watched categories; absent for ages
 * @param dataHref the figures as the API has them
 */
public record LabelPage(
        Layout layout,
        List<Layout.NavLink> siblings,
        String name,
        String identity,
        Optional<String> absence,
        List<Figure> figures,
        String coverage,
        Optional<Chart> viewers,
        Optional<RankingTable> categories,
        String dataHref) {}
