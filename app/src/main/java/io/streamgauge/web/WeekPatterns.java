package io.streamgauge.web;

import io.streamgauge.analytics.About;
import io.streamgauge.analytics.Analytics;
import io.streamgauge.analytics.DetailGoneException;
import io.streamgauge.analytics.HoursOfWeek;
import io.streamgauge.analytics.Period;
import io.streamgauge.web.page.Address;
import io.streamgauge.web.page.HeatMaps;
import io.streamgauge.web.page.WeekPattern;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.BiFunction;

/** Makes the part of a page that shows what is usual at each hour of the week. */
final class WeekPatterns {

    private final Analytics analytics;
    private final View view;

    WeekPatterns(Analytics analytics, View view) {
        this.analytics = analytics;
        this.view = view;
    }

    Optional<WeekPattern> ofPlatform() {
        return of(new About.Platform(), address(), HeatMaps::ofPlatform);
    }

    Optional<WeekPattern> ofCategory(String id) {
        return of(
                new About.Category(id), address().with("category", CategoryAddress.segment(id)), HeatMaps::ofCategory);
    }

    Optional<WeekPattern> ofEntry(String id) {
        return of(new About.Category(id), address().with("category", CategoryAddress.segment(id)), HeatMaps::ofEntry);
    }

    Optional<WeekPattern> ofChannel(String id) {
        return of(new About.Channel(id), address().with("channel", id), HeatMaps::ofChannel);
    }

    private static Address address() {
        return Address.of(Api.ROOT + "/hours-of-week");
    }

    /** Empty where observations would be needed that are no longer kept: in zones that are not whole hours from UTC. */
    private Optional<WeekPattern> of(About about, Address address, BiFunction<HoursOfWeek, String, WeekPattern> drawn) {
        Period weeks = Weeks.of(view.asked().period(), view.status().now());
        ZoneId zone = view.asked().zone();
        Address data = address.with("from", weeks.from().toString())
                .with("to", weeks.to().toString());
        String href = (zone.equals(ZoneOffset.UTC) ? data : data.with("zone", zone.getId())).toString();
        try {
            return analytics.hoursOfWeek(about, weeks, zone).map(hours -> drawn.apply(hours, href));
        } catch (DetailGoneException gone) {
            return Optional.empty();
        }
    }
}
