package io.streamgauge.web;

import io.streamgauge.analytics.About;
import io.streamgauge.analytics.Analytics;
import io.streamgauge.analytics.Around;
import io.streamgauge.analytics.BroadcastReport;
import io.streamgauge.analytics.CategoryReport;
import io.streamgauge.analytics.ChannelReport;
import io.streamgauge.analytics.Curves;
import io.streamgauge.analytics.DataHealth;
import io.streamgauge.analytics.Endless;
import io.streamgauge.analytics.Grain;
import io.streamgauge.analytics.HoursOfWeek;
import io.streamgauge.analytics.LabelKind;
import io.streamgauge.analytics.LabelReport;
import io.streamgauge.analytics.Lineup;
import io.streamgauge.analytics.Meta;
import io.streamgauge.analytics.Moment;
import io.streamgauge.analytics.Period;
import io.streamgauge.analytics.PeriodName;
import io.streamgauge.analytics.RankHistory;
import io.streamgauge.analytics.RankedBy;
import io.streamgauge.analytics.Ranking;
import io.streamgauge.analytics.RankingQuery;
import io.streamgauge.analytics.Records;
import io.streamgauge.analytics.Releases;
import io.streamgauge.analytics.SearchResult;
import io.streamgauge.analytics.Status;
import io.streamgauge.analytics.Totals;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A made-up platform of some thousand channels, the same at each run, that answers as the lake does. */
final class FakeAnalytics implements Analytics {

    static final Instant NEWEST = Instant.parse("2026-11-22T10:15:00Z");
    static final long CADENCE = 900;

    private final FakeWorld world = new FakeWorld();
    private final List<Instant> missing = new ArrayList<>();
    private String dataVersion = "2026-11-22T10:16:04Z-7";
    private boolean isEmpty;
    private boolean knowsGames = true;
    private boolean isSimulated;
    private boolean isEndless;
    private UnaryOperator<Status> change = UnaryOperator.identity();
    private RuntimeException failure;

    FakeAnalytics givenMissingSnapshots(Instant... snapshots) {
        missing.addAll(List.of(snapshots));
        return this;
    }

    FakeAnalytics givenDataVersion(String version) {
        dataVersion = version;
        return this;
    }

    FakeAnalytics givenNoSnapshot() {
        isEmpty = true;
        return this;
    }

    FakeAnalytics givenNoMetadata() {
        knowsGames = false;
        return this;
    }

    FakeAnalytics givenSimulatedData() {
        isSimulated = true;
        return this;
    }

    FakeAnalytics givenFailure(RuntimeException thrown) {
        failure = thrown;
        return this;
    }

    FakeAnalytics givenEndlessWork() {
        isEndless = true;
        return this;
    }

    FakeAnalytics givenStatus(UnaryOperator<Status> changed) {
        change = changed;
        return this;
    }

    @Override
    public Status status() {
        failIfGiven();
        Optional<Status.Newest> newest =
                isEmpty ? Optional.empty() : Optional.of(new Status.Newest(NEWEST, viewersAt(NEWEST), 98_412, 1_204));
        return change.apply(new Status(
                dataVersion(),
                NEWEST.plusSeconds(64),
                NEWEST.plusSeconds(CADENCE),
                newest,
                Optional.empty(),
                CADENCE,
                new Status.Slots(1_344, 1_344 - missing.size(), 0, 0, 0, missing.size(), missing.size()),
                missing,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                0,
                "DuckDB 1.4",
                List.of(new Status.Table("silver_stream_updates", 134_400_000, 390_000_000, 15)),
                isSimulated));
    }

    @Override
    public DataHealth health() {
        failIfGiven();
        return isEmpty
                ? new DataHealth(List.of(), List.of())
                : FakeHealth.of(missing, FakeStatus.eventful(status()).runs());
    }

    @Override
    public String dataVersion() {
        return dataVersion;
    }

    @Override
    public Period period(PeriodName name, Optional<Instant> at, ZoneId zone) {
        return FakePeriods.of(name, at, NEWEST.plusSeconds(CADENCE));
    }

    @Override
    public Totals totals(Period period, Grain grain, ZoneId zone) {
        failIfGiven();
        List<FakeSteps.Reach> reaches = reaches(period);
        return FakeTotals.of(meta(period, reaches), period, grain, reaches, this::viewersAt);
    }

    @Override
    public Ranking<Ranking.Channel> channels(Period period, RankingQuery query) {
        failIfGiven();
        if (isEndless) {
            return Endless.work();
        }
        return world.channels(meta(period, reaches(period)), hoursOf(period), query);
    }

    @Override
    public Ranking<Ranking.Category> categories(Period period, RankingQuery query) {
        failIfGiven();
        return world.categories(meta(period, reaches(period)), hoursOf(period), query);
    }

    @Override
    public Ranking<Ranking.Language> languages(Period period, RankingQuery query) {
        failIfGiven();
        return FakeLanguages.of(meta(period, reaches(period)), hoursOf(period), query);
    }

    @Override
    public Ranking<Ranking.Label> labels(LabelKind kind, Period period, RankingQuery query) {
        failIfGiven();
        Ranking<Ranking.Label> all = FakeGames.labels(kind, meta(period, reaches(period)), hoursOf(period), query);
        return knowsGames ? all : new Ranking<>(all.meta(), List.of(), 0, 0);
    }

    @Override
    public Optional<LabelReport> label(LabelKind kind, long id, Period period) {
        failIfGiven();
        Ranking<Ranking.Label> all = labels(kind, period, RankingQuery.top(RankedBy.HOURS_WATCHED, 1000));
        return FakeGames.report(
                kind, id, all, categories(period, RankingQuery.top(RankedBy.HOURS_WATCHED, 10)), reaches(period));
    }

    @Override
    public Map<Long, String> labelNames(LabelKind kind) {
        return FakeGames.names(kind);
    }

    @Override
    public Releases releases(Period period, int limit) {
        failIfGiven();
        return FakeGames.releases(
                meta(period, reaches(period)), period, NEWEST.plusSeconds(CADENCE), knowsGames ? limit : 0);
    }

    @Override
    public Curves labelCurves(LabelKind kind, Period period, RankingQuery query) {
        return FakePatterns.curves(
                meta(period, reaches(period)),
                labels(kind, period, query).rows().stream()
                        .map(row -> String.valueOf(row.labelId()))
                        .toList());
    }

    @Override
    public boolean knowsGames() {
        return knowsGames;
    }

    @Override
    public String gamesVersion() {
        return "games";
    }

    @Override
    public Optional<ChannelReport> channel(String idOrLogin, Period period) {
        failIfGiven();
        List<FakeSteps.Reach> reaches = reaches(period);
        return world.find(idOrLogin).map(channel -> FakeReports.of(meta(period, reaches), channel, world, reaches));
    }

    @Override
    public Optional<BroadcastReport> broadcast(String channelIdOrLogin, long broadcastId, Optional<Instant> at) {
        failIfGiven();
        Instant end = NEWEST.plusSeconds(CADENCE);
        Period around = at.map(time -> new Period(time.minus(2, ChronoUnit.DAYS), time.plus(2, ChronoUnit.DAYS)))
                .orElseGet(() -> new Period(end.minus(BROADCASTS_WITHOUT_TIME), end));
        return channel(channelIdOrLogin, around)
                .flatMap(report -> FakeBroadcasts.of(report, String.valueOf(broadcastId)));
    }

    @Override
    public Optional<CategoryReport> category(String id, Period period) {
        failIfGiven();
        List<FakeSteps.Reach> reaches = reaches(period);
        RankingQuery top =
                new RankingQuery(RankedBy.HOURS_WATCHED, CategoryReport.CHANNELS, 0, Optional.empty(), Optional.of(id));
        return world.categories().stream()
                .filter(category -> category.id().equals(id))
                .findFirst()
                .map(category -> FakeCategories.of(
                        meta(period, reaches), category, channels(period, top).rows(), reaches, this::viewersAt));
    }

    @Override
    public Optional<Lineup.Standing> categoryBeside(String id, Period period) {
        return category(id, period)
                .map(report -> new Lineup.Standing(
                        report.meta(),
                        new Lineup.Row(
                                id,
                                report.identity().name(),
                                null,
                                report.summary()
                                        .map(summary -> new Lineup.Summary(
                                                summary.hoursWatched(),
                                                summary.viewerSeconds(),
                                                summary.peakViewers(),
                                                summary.peakAt(),
                                                summary.averageViewers(),
                                                summary.airtimeHours(),
                                                summary.averageChannels(),
                                                summary.uniqueChannels())),
                                report.rank(),
                                report.series().stream()
                                        .map(point -> new Lineup.Point(
                                                point.at(),
                                                point.bridgedFrom(),
                                                point.until(),
                                                point.viewers(),
                                                point.channels()))
                                        .toList())));
    }

    @Override
    public List<Lineup.Point> language(String code, Period period) {
        failIfGiven();
        return FakeLanguages.series(code, reaches(period), this::viewersAt);
    }

    @Override
    public Around around(Instant at) {
        return FakeMoments.around(at, health().days());
    }

    @Override
    public Optional<Moment> moment(Instant snapshotAt, int limit) {
        failIfGiven();
        Period reach = new Period(snapshotAt, snapshotAt.plusSeconds(CADENCE));
        return around(snapshotAt)
                .snapshot()
                .filter(snapshotAt::equals)
                .map(at -> FakeMoments.of(meta(reach, reaches(reach)), at, viewersAt(at), world, limit));
    }

    @Override
    public Optional<HoursOfWeek> hoursOfWeek(About about, Period period, ZoneId zone) {
        failIfGiven();
        Meta meta = meta(period, reaches(period));
        return share(about).map(share -> FakeWeeks.of(meta, zone.getId(), share, about));
    }

    @Override
    public Records records() {
        failIfGiven();
        Period held = new Period(NEWEST.minus(40, ChronoUnit.DAYS), NEWEST.plusSeconds(CADENCE));
        return FakePatterns.records(
                meta(held, reaches(held)), world, world.find("100148").orElseThrow());
    }

    @Override
    public Optional<RankHistory> ranks(About about, Period period) {
        failIfGiven();
        Meta meta = meta(period, reaches(period));
        return share(about).map(share -> FakePatterns.ranks(meta, Math.round(0.1 / share), NEWEST));
    }

    @Override
    public Curves channelCurves(Period period, RankingQuery query) {
        return FakePatterns.curves(
                meta(period, reaches(period)),
                channels(period, query).rows().stream()
                        .map(Ranking.Channel::channelId)
                        .toList());
    }

    @Override
    public Curves categoryCurves(Period period, RankingQuery query) {
        return FakePatterns.curves(
                meta(period, reaches(period)),
                categories(period, query).rows().stream()
                        .map(Ranking.Category::categoryId)
                        .toList());
    }

    /** Its share of the platform's viewers, empty where there is no such channel or category. */
    private Optional<Double> share(About about) {
        if (about instanceof About.Channel channel) {
            return world.find(channel.idOrLogin()).map(FakeWorld.Channel::share);
        }
        if (about instanceof About.Category category) {
            return world.categories().stream()
                    .filter(known -> known.id().equals(category.id()))
                    .map(FakeWorld.Category::share)
                    .findFirst();
        }
        return Optional.of(1.0);
    }

    @Override
    public SearchResult search(String text, int limit) {
        failIfGiven();
        Period lastDay = period(PeriodName.LAST_DAY, Optional.empty());
        return world.search(meta(lastDay, reaches(lastDay)), text, limit);
    }

    private List<FakeSteps.Reach> reaches(Period period) {
        return isEmpty ? List.of() : FakeSteps.reaches(period, NEWEST, CADENCE, missing);
    }

    private Meta meta(Period period, List<FakeSteps.Reach> reaches) {
        Instant end = period.to().isBefore(NEWEST.plusSeconds(CADENCE)) ? period.to() : NEWEST.plusSeconds(CADENCE);
        double length = Math.max(1, end.getEpochSecond() - period.from().getEpochSecond());
        double covered = reaches.stream().mapToLong(FakeSteps.Reach::seconds).sum();
        double bridged =
                reaches.stream().mapToLong(FakeSteps.Reach::bridgedSeconds).sum();
        return new Meta(
                period.from(),
                period.to(),
                covered / length,
                bridged / length,
                0.9987,
                dataVersion(),
                "1",
                isSimulated);
    }

    private double hoursOf(Period period) {
        return reaches(period).stream().mapToLong(FakeSteps.Reach::seconds).sum() / 3600.0;
    }

    /** A daily cycle with a busier weekend and a little unrest. */
    private long viewersAt(Instant at) {
        double hours = at.getEpochSecond() / 3600.0;
        double daily =
                Math.sin((hours - 13.5) / 24 * 2 * Math.PI) * 0.28 + Math.sin((hours - 2) / 12 * 2 * Math.PI) * 0.06;
        double weekly = Math.sin((hours - 40) / 168 * 2 * Math.PI) * 0.06;
        double unrest = Math.sin(at.getEpochSecond() / 900.0 * 12.9898) * 0.012;
        return Math.round(2_310_000 * (1 + daily + weekly + unrest));
    }

    private void failIfGiven() {
        if (failure != null) {
            throw failure;
        }
    }
}
