package io.streamgauge.simulator;

import java.time.Instant;
import java.util.List;

/** A live stream as Get Streams shows it at one time. */
public final class LiveStream {
    private final Broadcast broadcast;
    private final long epochSecond;
    private final int viewerCount;
    private final double score;

    LiveStream(Broadcast broadcast, long epochSecond, int viewerCount, double score) {
        this.broadcast = broadcast;
        this.epochSecond = epochSecond;
        this.viewerCount = viewerCount;
        this.score = score;
    }

    LiveStream withScore(double other) {
        return new LiveStream(broadcast, epochSecond, viewerCount, other);
    }

    /** The viewer count and a fraction that tells streams with equal counts apart: the key of the listing's order. */
    public double score() {
        return score;
    }

    public String id() {
        return Long.toString(broadcast.id);
    }

    public String userId() {
        return broadcast.identity().userId();
    }

    public String userLogin() {
        return broadcast.identity().login();
    }

    public String userName() {
        return broadcast.identity().displayName();
    }

    /** Empty for a stream without category. */
    public String gameId() {
        return scene().category().id();
    }

    public String gameName() {
        return scene().category().name();
    }

    Category category() {
        return scene().category();
    }

    public String type() {
        return "live";
    }

    public String title() {
        return scene().title();
    }

    /** Null where Twitch sends null. */
    public List<String> tags() {
        return scene().tags();
    }

    public int viewerCount() {
        return viewerCount;
    }

    public Instant startedAt() {
        return Instant.ofEpochSecond(broadcast.start);
    }

    public String language() {
        return broadcast.language().code();
    }

    public String thumbnailUrl() {
        return "https://static-cdn.jtvnw.net/previews-ttv/live_user_" + userLogin() + "-{width}x{height}.jpg";
    }

    public List<String> tagIds() {
        return List.of();
    }

    public boolean isMature() {
        return broadcast.isMature();
    }

    private Scene scene() {
        return broadcast.sceneAt(epochSecond);
    }
}
