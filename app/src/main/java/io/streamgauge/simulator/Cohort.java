package io.streamgauge.simulator;

import java.util.ArrayList;
import java.util.List;

/** The broadcasts of the channels whose habitual hour it is. They start some time around that hour. */
final class Cohort {
    /** So many hours after its cohort's a broadcast can still be live: lateness, length and a break in it. */
    static final int LIVE_LATER = 15;

    /** So many hours before its cohort's a broadcast can be live already: earliness and the weekend. */
    static final int LIVE_EARLIER = 4;

    /** Enough for the largest world, which has a quarter of it. */
    private static final long IDS_PER_HOUR = 1_000_000;

    private static final double BREAKS = 0.08;
    private static final int TOO_SHORT_TO_BREAK = 3600;
    private static final int LONGEST_BREAK_SECONDS = 25 * 60;

    private final Casting casting;
    private final long hour;
    private final long day;
    private final List<Broadcast> broadcasts = new ArrayList<>();

    private Cohort(Casting casting, long hour) {
        this.casting = casting;
        this.hour = hour;
        this.day = Math.floorDiv(hour, (long) DayRhythm.HOURS);
    }

    static Broadcast[] of(Casting casting, long hour) {
        Cohort cohort = new Cohort(casting, hour);
        int hourOfDay = (int) Math.floorMod(hour, (long) DayRhythm.HOURS);
        for (int language = 0; language < casting.tongues().size(); language++) {
            int end = casting.population().endOf(hourOfDay, language);
            for (int channel = casting.population().firstOf(hourOfDay, language); channel < end; channel++) {
                cohort.consider(channel, casting.tongues().get(language));
            }
        }
        return cohort.broadcasts.toArray(Broadcast[]::new);
    }

    private void consider(int channel, Tongue tongue) {
        long hash = casting.population().hashOf(channel);
        Habit habit = Habit.of(hash);
        if (!habit.goesLive(hash, day)) {
            return;
        }
        long sitting = Hash.of(hash, day);
        long start = start(hash, sitting, habit);
        long length = length(hash, sitting, habit);
        double turnout = 0.7 + 0.6 * Hash.unit(sitting, Trait.TURNOUT);
        double viewers = casting.audiences().viewersAt(casting.population().placeOf(hash, habit)) * turnout;
        if (length < TOO_SHORT_TO_BREAK || Hash.unit(sitting, Trait.BREAK) >= BREAKS) {
            add(channel, start, start + length, viewers, tongue);
            return;
        }
        long broken = start + (long) (length * (0.2 + 0.6 * Hash.unit(sitting, Trait.BREAK_POINT)));
        long back = broken + 60 + Hash.below(LONGEST_BREAK_SECONDS - 60, sitting, Trait.BREAK_LENGTH);
        add(channel, start, broken, viewers, tongue);
        add(channel, back, back + start + length - broken, viewers, tongue);
    }

    private void add(int channel, long start, long end, double viewers, Tongue tongue) {
        long id = hour * IDS_PER_HOUR + broadcasts.size() * 2L + (channel & 1);
        broadcasts.add(new Broadcast(id, channel, start, end, viewers, tongue, casting));
    }

    private long start(long channelHash, long sitting, Habit habit) {
        int withinHour = Hash.below(3600, channelHash, Trait.HABITUAL_SECOND);
        int late = Hash.below(2 * habit.unpunctuality, sitting, Trait.START) - habit.unpunctuality;
        return hour * 3600 + withinHour + late - DayRhythm.earlierBy(hour);
    }

    private static long length(long channelHash, long sitting, Habit habit) {
        double usual = Hash.unit(channelHash, Trait.HABITUAL_LENGTH);
        double today = Math.abs(usual + 0.3 * (Hash.unit(sitting, Trait.LENGTH) - 0.5));
        double quantile = today > 1 ? 2 - today : today;
        return (long) (Durations.hours(quantile, habit) * 3600);
    }
}
