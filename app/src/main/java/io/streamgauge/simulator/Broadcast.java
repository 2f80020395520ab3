package io.streamgauge.simulator;

/**
 * One broadcast with one stream id. Its texts are made when first asked for and kept while it is live; they depend on
 * nothing but the seed, so it does not matter which thread makes them.
 */
final class Broadcast {
    private static final double CHANGES = 0.3;
    private static final int TOO_SHORT_TO_CHANGE = 5400;
    private static final int SLOW_WAVE_SECONDS = 1500;
    private static final int FAST_WAVE_SECONDS = 300;
    private static final int ROUNDING_SECONDS = 600;
    /** The mean of the curve that rises at the start and falls at the end. */
    private static final double MEAN_COURSE = 0.90;

    final long id;
    final int channel;
    final long start;
    final long end;

    private final long hash;
    private final double usualViewers;
    private final Tongue tongue;
    private final Casting casting;

    private Identity identity;
    private Scene first;
    private Scene second;

    Broadcast(long id, int channel, long start, long end, double usualViewers, Tongue tongue, Casting casting) {
        this.id = id;
        this.hash = Hash.mix(id ^ casting.seed());
        this.channel = channel;
        this.start = start;
        this.end = end;
        this.usualViewers = usualViewers;
        this.tongue = tongue;
        this.casting = casting;
    }

    boolean isLiveAt(long epochSecond) {
        return start <= epochSecond && epochSecond < end;
    }

    Language language() {
        return tongue.language();
    }

    /** In [0, 1), different for every broadcast as far as 40 bits go. */
    double tieBreak() {
        return (Hash.of(hash, Trait.TIE_BREAK) >>> 24) * 0x1p-40;
    }

    /** The count as last refreshed, every one to three minutes. */
    int viewersAt(long epochSecond) {
        int period = 60 + Hash.below(121, hash, Trait.REFRESH);
        long phase = Math.floorMod(hash, (long) period);
        long refreshed = Math.max(start, Math.floorDiv(epochSecond - phase, (long) period) * period + phase);
        double age = refreshed - start;
        double waves = 1
                + 0.20 * Hash.wave(hash + Trait.SLOW_WAVE, age / SLOW_WAVE_SECONDS)
                + 0.06 * Hash.wave(hash + Trait.FAST_WAVE, age / FAST_WAVE_SECONDS);
        double expected = usualViewers * course(age) * waves * tongue.rhythm().crowdAt(refreshed);
        double spread = 0.5 * Math.sqrt(expected) * Hash.wave(hash + Trait.SMALL_WAVE, age / FAST_WAVE_SECONDS);
        double rounding = Hash.unit(hash + Trait.ROUNDING, (long) (age / ROUNDING_SECONDS));
        return (int) Math.max(0, Math.floor(expected + spread + rounding));
    }

    private double course(double age) {
        double length = end - start;
        double warming = Math.min(2700, length / 4);
        double leaving = length / 8;
        double rise = age >= warming ? 1 : 0.3 + 0.7 * age / warming;
        double left = length - age;
        double fall = left >= leaving ? 1 : 0.75 + 0.25 * left / leaving;
        return rise * fall / MEAN_COURSE;
    }

    Identity identity() {
        Identity known = identity;
        if (known == null) {
            known = casting.identities().of(channel, start);
            identity = known;
        }
        return known;
    }

    Scene sceneAt(long epochSecond) {
        Scene opening = first;
        if (opening == null) {
            opening = casting.script().first(tongue.language(), channelHash(), hash, start);
            first = opening;
        }
        long change = changeAt();
        if (epochSecond < change) {
            return opening;
        }
        Scene later = second;
        if (later == null) {
            later = casting.script().second(tongue.language(), channelHash(), hash, change, opening);
            second = later;
        }
        return later;
    }

    boolean isMature() {
        return Hash.unit(channelHash(), Trait.MATURE) < 0.2;
    }

    /** Gives back the memory of texts; they are made again if asked for. */
    void forgetTexts() {
        if (identity != null || first != null) {
            identity = null;
            first = null;
            second = null;
        }
    }

    private long channelHash() {
        return casting.population().hashOf(channel);
    }

    private long changeAt() {
        long length = end - start;
        if (length < TOO_SHORT_TO_CHANGE || Hash.unit(hash, Trait.CHANGE) >= CHANGES) {
            return Long.MAX_VALUE;
        }
        return start + (long) (length * (0.25 + 0.5 * Hash.unit(hash, Trait.CHANGE_POINT)));
    }
}
