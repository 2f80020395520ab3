package io.streamgauge.web;

import io.streamgauge.analytics.Around;
import io.streamgauge.analytics.DataHealth;
import io.streamgauge.analytics.Meta;
import io.streamgauge.analytics.Moment;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The made-up platform at one of its snapshots. */
final class FakeMoments {

    /** Observations before this day are no longer kept. */
    static final LocalDate FIRST_WITH_CHANNELS = LocalDate.parse("2026-11-12");

    private FakeMoments() {}

    static Around around(Instant at, List<DataHealth.Day> days) {
        LocalDate date = at.atZone(ZoneOffset.UTC).toLocalDate();
        List<DataHealth.Slot> all = days.stream()
                .flatMap(day -> day.slots().stream())
                .sorted(Comparator.comparing(DataHealth.Slot::at))
                .toList();
        List<Instant> complete = all.stream()
                .filter(slot -> slot.state() == DataHealth.State.COMPLETE)
                .map(DataHealth.Slot::at)
                .toList();
        Instant slot = Instant.ofEpochSecond(
                Math.floorDiv(at.getEpochSecond(), FakeAnalytics.CADENCE) * FakeAnalytics.CADENCE);
        return new Around(
                date,
                all.stream()
                        .filter(each ->
                                each.at().atZone(ZoneOffset.UTC).toLocalDate().equals(date))
                        .toList(),
                Optional.of(slot).filter(complete::contains),
                complete.stream().filter(slot::isAfter).reduce((one, other) -> other),
                complete.stream().filter(slot::isBefore).findFirst());
    }

    static Moment of(Meta meta, Instant at, long viewers, FakeWorld world, int limit) {
        List<Moment.Category> categories = new ArrayList<>();
        long sum = 0;
        long live = 0;
        for (FakeWorld.Category category : world.categories()) {
            long seen = Math.round(viewers * category.share());
            sum += seen;
            live += 1 + seen / 41;
        }
        for (FakeWorld.Category category :
                world.categories().subList(0, Math.min(limit, world.categories().size()))) {
            long seen = Math.round(viewers * category.share());
            categories.add(new Moment.Category(
                    category.number() + 1, category.id(), category.name(), seen, 1 + seen / 41, (double) seen / sum));
        }
        return new Moment(
                meta,
                at,
                at.plusSeconds(FakeAnalytics.CADENCE),
                new Moment.Summary(sum, live, world.categories().size()),
                categories,
                at.atZone(ZoneOffset.UTC).toLocalDate().isBefore(FIRST_WITH_CHANNELS)
                        ? Optional.empty()
                        : Optional.of(channels(viewers, sum, world, limit)));
    }

    private static List<Moment.Channel> channels(long viewers, long sum, FakeWorld world, int limit) {
        List<Moment.Channel> channels = new ArrayList<>();
        for (int i = 0; i < Math.min(limit, FakeWorld.CHANNELS); i++) {
            FakeWorld.Channel channel = world.channels().get(i);
            FakeWorld.Category category = world.categories().get(i % 13);
            long seen = Math.round(viewers * channel.share());
            channels.add(new Moment.Channel(
                    i + 1L,
                    channel.id(),
                    channel.login(),
                    channel.name(),
                    seen,
                    (double) seen / sum,
                    category.id(),
                    category.name(),
                    "en"));
        }
        return channels;
    }
}
