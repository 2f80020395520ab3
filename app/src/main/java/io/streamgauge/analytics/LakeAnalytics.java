package io.streamgauge.analytics;

import io.streamgauge.duckdb.DuckDb;
import io.streamgauge.engine.Span;
import io.streamgauge.lake.CategoryMetadata;
import io.streamgauge.lake.Ledger;
import io.streamgauge.lake.Publication;
import io.streamgauge.lake.Store;
import io.streamgauge.model.Models;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers from the published tables of a lake; sees a new state as soon as it is published. */
public final class LakeAnalytics implements Analytics, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LakeAnalytics.class);
    private static final long LAST_LOOK_SECONDS = 5;

    /** A new state answers after this time at the latest. */
    private static final long LONGEST_WARMING_MILLIS = 1_500;

    /** For questions about all time, whose answers last as long as their state. */
    private static final Period BEGINNING = new Period(Instant.EPOCH, Instant.EPOCH.plusSeconds(1));

    /** Questions that a new state is asked before it answers. */
    private static final int WARMED = 24;

    private final Store store;
    private final Ledger ledger;
    private final Models models;
    private final DuckDb duckDb;
    private final Clock clock;
    private final ScheduledExecutorService follower = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "analytics-follower");
        thread.setDaemon(true);
        return thread;
    });
    private volatile View newest;
    private volatile boolean following;

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
        return view.answer(List.of("status", view.now()), new LakeStatus(view)::read);
    }

    @Override
    public DataHealth health() {
        View view = view();
        return view.answer(List.of("health", view.now()), new LakeHealth(view)::read);
    }

    @Override
    public String dataVersion() {
        return view().publication().version();
    }

    @Override
    public Period period(PeriodName name, Optional<Instant> at, ZoneId zone) {
        return Periods.of(view(), name, at, zone);
    }

    @Override
    public Totals totals(Period period, Grain grain, ZoneId zone) {
        return ask(new Question<>(List.of("totals", grain, zone), period, (view, asked) -> {
            PlatformFigures figures = new PlatformFigures(view);
            return new Totals(figures.meta(asked), figures.summary(asked), figures.series(asked, grain, zone));
        }));
    }

    @Override
    public Ranking<Ranking.Channel> channels(Period period, RankingQuery query) {
        return ranking(
                "channels", period, query, (view, meta, span) -> new ChannelRanking(view).named(meta, span, query));
    }

    @Override
    public Ranking<Ranking.Channel> channelPlaces(Period period, RankingQuery query) {
        return ranking("channel places", period, query, (view, meta, span) -> new ChannelRanking(view)
                .rows(meta, span, query));
    }

    @Override
    public Rising risingChannels(Period period, Period before, Optional<String> category, int most) {
        Rising rising = Analytics.super.risingChannels(period, before, category, most);
        Map<Long, NewestNames.Name> names = view().names()
                .of(rising.rows().stream().map(row -> Long.valueOf(row.id())).toList());
        return rising.named(names);
    }

    @Override
    public Ranking<Ranking.Category> categories(Period period, RankingQuery query) {
        return ranking("categories", period, query, (view, meta, span) -> new GroupRanking(view)
                .categories(meta, span, query));
    }

    @Override
    public Ranking<Ranking.Category> categoryPlaces(Period period, RankingQuery query) {
        return ranking("category places", period, query, (view, meta, span) -> new GroupRanking(view, 0)
                .categories(meta, span, query));
    }

    @Override
    public Ranking<Ranking.Language> languages(Period period, RankingQuery query) {
        return ranking(
                "languages", period, query, (view, meta, span) -> new GroupRanking(view).languages(meta, span, query));
    }

    @Override
    public Ranking<Ranking.Label> labels(LabelKind kind, Period period, RankingQuery query) {
        return ranking(
                kind.many(), period, query, (view, meta, span) -> new LabelRanking(view, kind).rows(meta, span, query));
    }

    @Override
    public Optional<LabelReport> label(LabelKind kind, long id, Period period) {
        return ask(new Question<>(
                List.of("label", kind, id), period, (view, asked) -> new LabelFigures(view, kind).report(id, asked)));
    }

    @Override
    public Map<Long, String> labelNames(LabelKind kind) {
        return new LabelRanking(view(), kind).names();
    }

    @Override
    public Releases releases(Period period, int limit) {
        return ask(new Question<>(
                List.of("releases", limit), period, (view, asked) -> new ReleaseFigures(view).of(asked, limit)));
    }

    @Override
    public boolean knowsGames() {
        return view().hasLabels();
    }

    @Override
    public String gamesVersion() {
        return view().metadataVersion();
    }

    private interface RankingOf<T> {
        Ranking<T> rank(View view, Meta meta, Span span);
    }

    private <T> Ranking<T> ranking(String what, Period period, RankingQuery query, RankingOf<T> ranked) {
        return ask(new Question<>(List.of(what, query), period, (view, asked) -> {
            Meta meta = new PlatformFigures(view).meta(asked);
            return view.measured(asked)
                    .map(span -> ranked.rank(view, meta, span))
                    .orElseGet(() -> new Ranking<>(meta, List.of(), 0, 0));
        }));
    }

    @Override
    public Optional<ChannelReport> channel(String idOrLogin, Period period) {
        return ask(new Question<>(List.of("channel", idOrLogin), period, (view, asked) -> Names.channel(view, idOrLogin)
                .map(identity -> new ChannelFigures(view)
                        .report(new PlatformFigures(view).meta(asked), identity, view.measured(asked)))));
    }

    @Override
    public Optional<BroadcastReport> broadcast(String channelIdOrLogin, long broadcastId, Optional<Instant> at) {
        View view = view();
        return view.answer(List.of("broadcast", channelIdOrLogin, broadcastId, at), () -> new BroadcastHistory(view)
                .report(channelIdOrLogin, broadcastId, at));
    }

    @Override
    public Optional<CategoryReport> category(String id, Period period) {
        RankingQuery channels =
                new RankingQuery(RankedBy.HOURS_WATCHED, CategoryReport.CHANNELS, 0, Optional.empty(), Optional.of(id));
        return ask(new Question<>(List.of("category", id), period, (view, asked) -> Names.category(view, id)
                .map(identity -> {
                    Meta meta = new PlatformFigures(view).meta(asked);
                    Optional<Span> measured = view.measured(asked);
                    return new CategoryFigures(view)
                            .report(
                                    meta,
                                    identity,
                                    measured,
                                    measured.map(span -> new ChannelRanking(view)
                                                    .named(meta, span, channels)
                                                    .rows())
                                            .orElse(List.of()));
                })));
    }

    @Override
    public Optional<Lineup.Standing> categoryBeside(String id, Period period) {
        return ask(new Question<>(List.of("category beside", id), period, (view, asked) -> Names.category(view, id)
                .map(identity -> {
                    Meta meta = new PlatformFigures(view).meta(asked);
                    return new Lineup.Standing(
                            meta, new CategoryFigures(view).beside(meta, identity, view.measured(asked)));
                })));
    }

    @Override
    public List<Lineup.Point> language(String code, Period period) {
        return ask(new Question<>(List.of("language", code), period, (view, asked) -> view.measured(asked)
                .map(span -> Series.of(
                        view, span, "gold_language_metrics", "seen.language = ?", List.of(code), Lineup.Point::of))
                .orElse(List.of())));
    }

    @Override
    public Around around(Instant at) {
        View view = view();
        return view.answer(List.of("around", at, view.now()), () -> new LakeAround(view).of(at));
    }

    @Override
    public Optional<Moment> moment(Instant snapshotAt, int limit) {
        View view = view();
        return view.answer(List.of("moment", snapshotAt, limit), () -> new LakeAround(view)
                .of(snapshotAt)
                .snapshot()
                .filter(snapshotAt::equals)
                .map(at -> new MomentFigures(view, at).moment(limit)));
    }

    @Override
    public Optional<HoursOfWeek> hoursOfWeek(About about, Period period, ZoneId zone) {
        return ask(new Question<>(
                List.of("hours of the week", about, zone),
                period,
                (view, asked) -> WeekHours.answer(view, about, asked, zone)));
    }

    @Override
    public Records records() {
        return ask(new Question<>(List.of("records"), BEGINNING, (view, any) -> new RecordPeaks(view).read()));
    }

    @Override
    public Optional<RankHistory> ranks(About about, Period period) {
        return ask(new Question<>(
                List.of("ranks", about), period, (view, asked) -> DailyRanks.answer(view, about, asked)));
    }

    @Override
    public Curves channelCurves(Period period, RankingQuery query) {
        List<String> ids = channels(period, query).rows().stream()
                .map(Ranking.Channel::channelId)
                .toList();
        return ask(new Question<>(
                List.of("channel curves", ids, query.language(), query.category()),
                period,
                (view, asked) -> new CurveFigures(view, asked).ofChannels(ids, query)));
    }

    @Override
    public Curves categoryCurves(Period period, RankingQuery query) {
        List<String> ids = query.language().isPresent()
                ? List.of()
                : categories(period, query).rows().stream()
                        .map(Ranking.Category::categoryId)
                        .toList();
        return ask(
                new Question<>(List.of("category curves", ids), period, (view, asked) -> new CurveFigures(view, asked)
                        .ofCategories(ids)));
    }

    @Override
    public Curves labelCurves(LabelKind kind, Period period, RankingQuery query) {
        List<String> ids = labels(kind, period, query).rows().stream()
                .map(row -> String.valueOf(row.labelId()))
                .toList();
        return ask(new Question<>(
                List.of("label curves", kind, ids), period, (view, asked) -> new CurveFigures(view, asked)
                        .ofLabels(kind, ids)));
    }

    @Override
    public SearchResult search(String text, int limit) {
        View view = view();
        Meta meta = new PlatformFigures(view)
                .meta(Periods.of(view, PeriodName.LAST_WEEK, Optional.empty(), ZoneOffset.UTC));
        String sought = text.strip();
        if (sought.isEmpty()) {
            return new SearchResult(meta, List.of(), List.of());
        }
        return view.answer(List.of("search", sought, limit), () -> {
            Search search = new Search(view);
            return new SearchResult(meta, search.channels(sought, limit), search.categories(sought, limit));
        });
    }

    /**
     * Looks for new states by itself from now on, and asks a new one what was asked of the old one before it answers from it, so
     * that nobody waits for the first answers. Ends with {@link #close()}.
     */
    public void follow() {
        follower.execute(this::begin);
        long wait = store.patience().toMillis();
        follower.scheduleWithFixedDelay(this::moveOn, wait, wait, TimeUnit.MILLISECONDS);
    }

    private void begin() {
        try {
            for (PeriodName window : List.of(PeriodName.LAST_DAY, PeriodName.LAST_WEEK, PeriodName.LAST_HOUR)) {
                Period period = period(window, Optional.empty());
                totals(period, Grain.SNAPSHOT);
                channels(period, RankingQuery.top(RankedBy.HOURS_WATCHED, 10));
                categories(period, RankingQuery.top(RankedBy.HOURS_WATCHED, 10));
            }
        } catch (RuntimeException e) {
            LOG.warn("Cannot ask the newest state of the lake: {}", e.getMessage());
        }
        following = newest != null;
    }

    @Override
    public void close() {
        follower.shutdown();
        try {
            if (!follower.awaitTermination(LAST_LOOK_SECONDS, TimeUnit.SECONDS)) {
                follower.shutdownNow();
            }
        } catch (InterruptedException e) {
            follower.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private void moveOn() {
        try {
            View old = view();
            following = true;
            Optional<String> version = ledger.currentVersion();
            if (version.isEmpty() || version.get().equals(old.publication().version()) && isNewest(old)) {
                return;
            }
            View next = open();
            long latest = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LONGEST_WARMING_MILLIS);
            for (Question<?> question : old.recentQuestions(WARMED)) {
                if (System.nanoTime() > latest || follower.isShutdown()) {
                    break;
                }
                question.movedOn(old.end(), next.end()).ask(next);
            }
            newest = next;
        } catch (RuntimeException e) {
            LOG.warn("Cannot look at the newest state of the lake, answers stay as they are: {}", e.getMessage());
        }
    }

    private <T> T ask(Question<T> question) {
        View view = view();
        view.remember(question);
        return question.ask(view);
    }

    private View view() {
        View known = newest;
        if (known != null
                && (following
                        || isNewest(known)
                                && known.publication()
                                        .version()
                                        .equals(ledger.currentVersion().orElse(Periods.NOTHING)))) {
            return known;
        }
        View view = open();
        newest = view;
        return view;
    }

    private boolean isNewest(View known) {
        return known.metadataVersion().equals(CategoryMetadata.versionIn(store));
    }

    private View open() {
        Publication publication = ledger.current().orElseGet(() -> Publication.nothing(Periods.NOTHING));
        View view = new View(ledger, publication, CategoryMetadata.stateIn(store), store, models, duckDb, clock);
        View known = newest;
        if (known != null) {
            view.names().carryOver(known.names());
        }
        return view;
    }
}
