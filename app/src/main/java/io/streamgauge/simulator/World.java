package io.streamgauge.simulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A Twitch that never was: who is live at a time follows from the seed, the number of streams and that time alone, in
 * whatever order times are asked for. Safe for use by several threads.
 */
public final class World {
    public static final int FEWEST_STREAMS = 10;
    public static final int MOST_STREAMS = 300_000;
    public static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    public static final Instant LATEST = Instant.parse("2080-01-01T00:00:00Z");

    private static final int COHORTS_AT_ONCE = Cohort.LIVE_LATER + Cohort.LIVE_EARLIER + 1;
    private static final int LARGE = 30_000;
    private static final int TEXTS_KEPT_SECONDS = 3600;
    private static final Comparator<LiveStream> BY_SCORE = (left, right) -> Double.compare(right.score(), left.score());

    private final long seed;
    private final int streams;
    private final Casting casting;
    private final Cohorts cohorts;

    private World(long seed, int streams) {
        this.seed = seed;
        this.streams = streams;
        this.casting = Casting.of(seed, streams);
        this.cohorts = new Cohorts(casting, streams > LARGE ? COHORTS_AT_ONCE + 3 : 4 * COHORTS_AT_ONCE);
    }

    /** @param streams how many are live on average over a week */
    public static World of(long seed, int streams) {
        if (streams < FEWEST_STREAMS || streams > MOST_STREAMS) {
            throw new IllegalArgumentException("A world has " + FEWEST_STREAMS + " to " + MOST_STREAMS
                    + " live streams on average, not " + streams);
        }
        return new World(seed, streams);
    }

    public long seed() {
        return seed;
    }

    public int streams() {
        return streams;
    }

    /** All live streams by descending score; no two have the same score. */
    public List<LiveStream> liveAt(Instant time) {
        if (time.isBefore(EARLIEST) || !time.isBefore(LATEST)) {
            throw new IllegalArgumentException(
                    "The simulated world lasts from " + EARLIEST + " to " + LATEST + ", asked for " + time);
        }
        long second = time.getEpochSecond();
        long hour = Math.floorDiv(second, 3600L);
        List<LiveStream> live = new ArrayList<>(streams * 2);
        for (long cohort = hour - Cohort.LIVE_LATER; cohort <= hour + Cohort.LIVE_EARLIER; cohort++) {
            for (Broadcast broadcast : cohorts.of(cohort)) {
                if (broadcast.isLiveAt(second)) {
                    int viewers = broadcast.viewersAt(second);
                    live.add(new LiveStream(broadcast, second, viewers, viewers + broadcast.tieBreak()));
                } else if (broadcast.end + TEXTS_KEPT_SECONDS < second) {
                    broadcast.forgetTexts();
                }
            }
        }
        return inOrder(live);
    }

    private static List<LiveStream> inOrder(List<LiveStream> live) {
        LiveStream[] ordered = live.toArray(LiveStream[]::new);
        Arrays.sort(ordered, BY_SCORE);
        for (int index = 1; index < ordered.length; index++) {
            double above = ordered[index - 1].score();
            if (ordered[index].score() >= above) {
                ordered[index] = ordered[index].withScore(Math.nextDown(above));
            }
        }
        return Collections.unmodifiableList(Arrays.asList(ordered));
    }

    Optional<Identity> channelWithId(String userId, Instant time) {
        return identity(casting.identities().channelOfUserId(userId), time);
    }

    Optional<Identity> channelWithLogin(String login, Instant time) {
        return identity(casting.identities().channelOfLogin(login, time.getEpochSecond()), time);
    }

    /** All categories by popularity, the most popular first, each under its first name. */
    List<Category> categories() {
        return casting.categories().all();
    }

    Optional<Category> categoryWithId(String id, Instant time) {
        return casting.categories().withId(id, time.getEpochSecond());
    }

    Optional<Category> categoryNamed(String name, Instant time) {
        return casting.categories().named(name, time.getEpochSecond());
    }

    private Optional<Identity> identity(OptionalInt channel, Instant time) {
        return channel.isPresent()
                ? Optional.of(casting.identities().of(channel.getAsInt(), time.getEpochSecond()))
                : Optional.empty();
    }
}
