package io.streamgauge.analytics;

import java.time.Instant;
import java.util.Optional;

/** The questions that pages, the API and files ask. Safe for use by many threads; every answer is of one published state. */
public interface Analytics {

    Status status();

    /** Name of the published state that the next answer will be computed from; changes when a snapshot is published. */
    String dataVersion();

    /**
     * The period of that name that holds the instant, or the newest one where none is given.
     *
     * @throws IllegalArgumentException where an instant is given for a rolling window
     */
    Period period(PeriodName name, Optional<Instant> at);

    Totals totals(Period period, Grain grain);

    Ranking<Ranking.Channel> channels(Period period, RankingQuery query);

    Ranking<Ranking.Category> categories(Period period, RankingQuery query);

    Ranking<Ranking.Language> languages(Period period, RankingQuery query);

    /** A channel by id or login, empty where none such was ever seen. */
    Optional<ChannelReport> channel(String idOrLogin, Period period);

    /** A category by id ("" is the category "(none)"), empty where it was never seen. */
    Optional<CategoryReport> category(String id, Period period);

    /** Channels and categories by name, at most {@code limit} of each. */
    SearchResult search(String text, int limit);
}
