package io.streamgauge.web;

import io.streamgauge.analytics.Analytics;
import io.streamgauge.analytics.Period;
import io.streamgauge.web.page.Address;
import io.streamgauge.web.page.RisingList;
import java.util.Optional;

/** Makes the parts of a page that show who gained most. */
final class RisingLists {

    private final View view;
    private final Risers risers;
    private final Period before;

    RisingLists(Analytics analytics, View view) {
        this.view = view;
        this.risers = new Risers(analytics, view.asked().period(), Risers.USUAL);
        this.before = view.comparison().before();
    }

    RisingList categories() {
        return RisingList.of(
                "rising-categories",
                "Rising categories",
                risers.categories(before),
                view.comparison(),
                id -> view.to(CategoryAddress.path(id)).toString(),
                data("/rising/categories").toString());
    }

    /** @param category only what was streamed in it counts; empty for all */
    RisingList streamers(Optional<String> category) {
        Address data = data("/rising/channels");
        return RisingList.of(
                "rising-streamers",
                "Rising streamers",
                risers.channels(before, category),
                view.comparison(),
                id -> view.to("/channels/" + Address.segment(id)).toString(),
                category.map(id -> data.with("category", id)).orElse(data).toString());
    }

    private Address data(String path) {
        return Address.of(Api.ROOT + path)
                .with(view.asked().parameters())
                .with(Comparing.PARAMETER, before.from().toString());
    }
}
