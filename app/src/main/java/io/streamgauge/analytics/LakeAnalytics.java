package io.streamgauge.analytics;

import io.streamgauge.duckdb.DuckDb;
import io.streamgauge.engine.Span;
import io.streamgauge.lake.Ledger;
import io.streamgauge.lake.Publication;
import io.streamgauge.lake.Store;
import io.streamgauge.model.Models;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Answers from the published tables of a lake; sees a new state as soon as it is published. */
public final class LakeAnalytics implements Analytics {

    private final Store store;
    private final Ledger ledger;
    private final Models models;
    private final DuckDb duckDb;
    private final Clock clock;
    private volatile View newest;

    /** @param duckDb an instance that knows the models' columns */
    public LakeAnalytics(Store store, Ledger ledger, Models models, DuckDb duckDb, Clock clock) {
        this.store = store;
        this.ledger = ledger;
        this.models = models;
        this.duckDb = duckDb;
        this.clock = clock;
    }

    @Override
    public Status status() {
        View view = view();
        return view.answer("status", new LakeStatus(view)::read);
    }

    @Override
    public String dataVersion() {
        return view().publication().version();
    }

    @Override
    public Period period(PeriodName name, Optional<Instant> at) {
        return Periods.of(view(), name, at);
    }

    @Override
    public Totals totals(Period period, Grain grain) {
        View view = view();
        return view.answer(List.of("totals", period, grain), () -> {
            PlatformFigures figures = new PlatformFigures(view);
            return new Totals(figures.meta(period), figures.summary(period), figures.series(period, grain));
        });
    }

    @Override
    public Ranking<Ranking.Channel> channels(Period period, RankingQuery query) {
        return ranking(
                "channels", period, query, (view, meta, span) -> new ChannelRanking(view).rows(meta, span, query));
    }

    @Override
    public Ranking<Ranking.Category> categories(Period period, RankingQuery query) {
        return ranking("categories", period, query, (view, meta, span) -> new GroupRanking(view)
                .categories(meta, span, query));
    }

    @Override
    public Ranking<Ranking.Language> languages(Period period, RankingQuery query) {
        return ranking(
                "languages", period, query, (view, meta, span) -> new GroupRanking(view).languages(meta, span, query));
    }

    private interface Ranked<T> {
        Ranking<T> rank(View view, Meta meta, Span span);
    }

    private <T> Ranking<T> ranking(String what, Period period, RankingQuery query, Ranked<T> ranked) {
        View view = view();
        return view.answer(List.of(what, period, query), () -> {
            Meta meta = new PlatformFigures(view).meta(period);
            return view.measured(period)
                    .map(span -> ranked.rank(view, meta, span))
                    .orElseGet(() -> new Ranking<>(meta, List.of(), 0, 0));
        });
    }

    @Override
    public Optional<ChannelReport> channel(String idOrLogin, Period period) {
        View view = view();
        return view.answer(List.of("channel", idOrLogin, period), () -> Names.channel(view, idOrLogin)
                .map(identity -> new ChannelFigures(view)
                        .report(new PlatformFigures(view).meta(period), identity, view.measured(period))));
    }

    @Override
    public SearchResult search(String text, int limit) {
        View view = view();
        Meta meta = new PlatformFigures(view).meta(Periods.of(view, PeriodName.LAST_WEEK, Optional.empty()));
        String sought = text.strip();
        if (sought.isEmpty()) {
            return new SearchResult(meta, List.of(), List.of());
        }
        return view.answer(List.of("search", sought, limit), () -> {
            Search search = new Search(view);
            return new SearchResult(meta, search.channels(sought, limit), search.categories(sought, limit));
        });
    }

    private View view() {
        View known = newest;
        Optional<String> version = ledger.currentVersion();
        if (known != null && known.publication().version().equals(version.orElse(Periods.NOTHING))) {
            return known;
        }
        Publication publication = ledger.current()
                .orElseGet(() -> new Publication(
                        Periods.NOTHING, Instant.EPOCH, Optional.empty(), new TreeMap<>(), new TreeMap<>()));
        View view = new View(ledger, publication, store, models, duckDb, clock);
        newest = view;
        return view;
    }
}
