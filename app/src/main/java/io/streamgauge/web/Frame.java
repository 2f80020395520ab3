package io.streamgauge.web;

import io.streamgauge.analytics.Status;
import io.streamgauge.web.breaks.Break;
import io.streamgauge.web.page.Address;
import io.streamgauge.web.page.Freshness;
import io.streamgauge.web.page.Layout;
import io.streamgauge.web.page.PeriodControl;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes what stands around each page's content. */
final class Frame {

    private static final String OVERVIEW = "/";
    private static final String CHANNELS = "/channels";
    private static final String CATEGORIES = "/categories";
    private static final String GENRES = "/genres";
    private static final String LANGUAGES = "/languages";

    private final String assets;
    private final List<Break> breaks;

    /** @param breaks the known breaks in counting, which charts mark */
    Frame(StaticFiles files, List<Break> breaks) {
        this.assets = files.root();
        this.breaks = breaks;
    }

    List<Break> breaks() {
        return breaks;
    }

    Layout around(String title, View view) {
        return layout(title, view.address().path(), view.status(), view.state(), Optional.of(view.control()), "", true);
    }

    /** @param state the part of the state that links to other pages keep */
    Layout around(String title, Status status, String searchText, Map<String, String> state) {
        return layout(title, "", status, state, Optional.empty(), searchText, false);
    }

    /** A page of its own in the navigation that is about no period. */
    Layout at(String path, String title, Status status, Map<String, String> state) {
        return layout(title, path, status, state, Optional.empty(), "", false);
    }

    /** For errors, where nothing of the lake may be asked. */
    Layout around(String title) {
        return new Layout(
                title,
                assets,
                navigation("", Map.of()),
                Optional.empty(),
                "",
                List.of(),
                false,
                Freshness.UNKNOWN,
                "",
                false);
    }

    private Layout layout(
            String title,
            String path,
            Status status,
            Map<String, String> state,
            Optional<PeriodControl> control,
            String searchText,
            boolean hasCharts) {
        return new Layout(
                title,
                assets,
                navigation(path, state),
                control,
                searchText,
                state.entrySet().stream()
                        .map(entry -> new Layout.Hidden(entry.getKey(), entry.getValue()))
                        .toList(),
                status.simulated(),
                Freshness.of(status),
                status.dataVersion(),
                hasCharts);
    }

    private static List<Layout.NavLink> navigation(String path, Map<String, String> state) {
        return List.of(
                link("Overview", OVERVIEW, path, state),
                link("Categories", CATEGORIES, path, state),
                link("Genres", GENRES, path, state),
                link("Streamers", CHANNELS, path, state),
                link("Languages", LANGUAGES, path, state),
                link("Compare", ComparePages.PATH, path, state),
                link("Moment", MomentPages.PATH, path, Map.of()),
                link("Data", DataPages.PATH, path, state));
    }

    private static Layout.NavLink link(String text, String to, String path, Map<String, String> state) {
        return new Layout.NavLink(text, Address.of(to).with(state).toString(), to.equals(path));
    }
}
