package io.streamgauge.analytics;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The questions that pages, the API and files ask. Safe for use by many threads; every answer is of one published state. */
public interface Analytics {

    /** How long before the newest snapshot a broadcast is looked for when nobody says when it was. */
    Duration BROADCASTS_WITHOUT_TIME = Duration.ofDays(8);

    Status status();

    /** How collecting and computing went over the last days. */
    DataHealth health();

    /** Name of the published state that the next answer will be computed from; changes when a snapshot is published. */
    String dataVersion();

    /** In UTC, see {@link #period(PeriodName, Optional, ZoneId)}. */
    default Period period(PeriodName name, Optional<Instant> at) {
        return period(name, at, ZoneOffset.UTC);
    }

    /**
     * The period of that name that holds the instant, or the newest one where none is given.
     *
     * @param zone whose days, weeks and months they are
     * @throws IllegalArgumentException where an instant is given for a rolling window
     */
    Period period(PeriodName name, Optional<Instant> at, ZoneId zone);

    /** In days of UTC, see {@link #totals(Period, Grain, ZoneId)}. */
    default Totals totals(Period period, Grain grain) {
        return totals(period, grain, ZoneOffset.UTC);
    }

    /** @param zone whose days and hours a series of them has */
    Totals totals(Period period, Grain grain, ZoneId zone);

    Ranking<Ranking.Channel> channels(Period period, RankingQuery query);

    /** The same for those who look at places and figures alone: names take a look of their own, and may be missing. */
    default Ranking<Ranking.Channel> channelPlaces(Period period, RankingQuery query) {
        return channels(period, query);
    }

    Ranking<Ranking.Category> categories(Period period, RankingQuery query);

    /** The same for those who look at places and hours alone: different channels take a look of their own, and may be missing. */
    default Ranking<Ranking.Category> categoryPlaces(Period period, RankingQuery query) {
        return categories(period, query);
    }

    Ranking<Ranking.Language> languages(Period period, RankingQuery query);

    /**
     * Which channels gained most, among the most watched of two periods.
     *
     * @param category only what was streamed in it counts; empty for all
     */
    default Rising risingChannels(Period period, Period before, Optional<String> category, int most) {
        RankingQuery largest = Rising.largest(category);
        return Rising.ofChannels(channelPlaces(period, largest), channelPlaces(before, largest), most);
    }

    /** The same of categories. */
    default Rising risingCategories(Period period, Period before, int most) {
        RankingQuery largest = Rising.largest(Optional.empty());
        return Rising.ofCategories(categoryPlaces(period, largest), categoryPlaces(before, largest), most);
    }

    /**
     * Genres, themes, modes or ages by their figures; empty where nothing is known of any category yet, as {@link #knowsGames()}
     * tells.
     */
    Ranking<Ranking.Label> labels(LabelKind kind, Period period, RankingQuery query);

    /** One of them by its id, 0 being the categories without any; empty where no category has it. */
    Optional<LabelReport> label(LabelKind kind, long id, Period period);

    /** The names of all that any category has, by id, in the order of ids. */
    Map<Long, String> labelNames(LabelKind kind);

    /**
     * Games that were first released within a period, by hours watched in their first weeks.
     *
     * @param period at most {@link Releases#LONGEST}
     * @param limit the most games
     */
    Releases releases(Period period, int limit);

    /** Whether figures by genre, theme, mode and age rest on anything that was learnt of categories. */
    boolean knowsGames();

    /** Changes whenever something is learnt of categories, which data versions do not tell; empty where nothing was. */
    String gamesVersion();

    /** A channel by id or login, empty where none such was ever seen. */
    Optional<ChannelReport> channel(String idOrLogin, Period period);

    /**
     * A broadcast of a channel, empty where none such was seen around that time.
     *
     * @param at a time when the broadcast was live, to within two days; it is looked for in the newest days where none is given
     */
    Optional<BroadcastReport> broadcast(String channelIdOrLogin, long broadcastId, Optional<Instant> at);

    /** A category by id ("" is the category "(none)"), empty where it was never seen. */
    Optional<CategoryReport> category(String id, Period period);

    /** What of a category stands beside others, which takes a part of the time; empty likewise. */
    Optional<Lineup.Standing> categoryBeside(String id, Period period);

    /** A language's viewers and channels over a period, by its code; nothing where nobody streamed in it. */
    List<Lineup.Point> language(String code, Period period);

    /** What there is around a time: the slots of its day, its own snapshot and the nearest ones. */
    Around around(Instant at);

    /**
     * The platform at a complete snapshot, empty where none was taken for that time.
     *
     * @param snapshotAt the snapshot's own time, as {@link #around} tells it
     * @param limit the most categories, and the most channels
     */
    Optional<Moment> moment(Instant snapshotAt, int limit);

    /**
     * What is usual at each hour of the week, empty where what is asked about was never seen.
     *
     * @param period at most {@link HoursOfWeek#LONGEST}
     * @param zone whose weekdays and hours they are
     */
    Optional<HoursOfWeek> hoursOfWeek(About about, Period period, ZoneId zone);

    /** The highest figures of all history held. */
    Records records();

    /** The rank on each UTC day that a period touches, empty where the channel or category was never seen. */
    Optional<RankHistory> ranks(About about, Period period);

    /**
     * Hours watched over time of the channels of a ranking, row by row, counting what the ranking counts.
     *
     * @param period at most {@link Curves#LONGEST}
     * @param query for at most {@link Curves#MOST} rows
     */
    Curves channelCurves(Period period, RankingQuery query);

    /** The same of categories; without rows where only one language counts. */
    Curves categoryCurves(Period period, RankingQuery query);

    /** The same of genres, themes, modes or ages. */
    Curves labelCurves(LabelKind kind, Period period, RankingQuery query);

    /** Channels and categories by name, at most {@code limit} of each. */
    SearchResult search(String text, int limit);
}
