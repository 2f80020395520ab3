package io.streamgauge.simulator;

import java.util.Arrays;
import java.util.List;

/**
 * All channels, live or not. They are numbered by their habitual hour of the day and then by language, so that those
 * of an hour are a range.
 */
final class Population {
    static final int LARGEST = 1 << 24;

    /** Only channels with a habit have audiences this large. */
    private static final double REGULARS_ONLY = 0.03;

    private final long seed;
    private final List<Language> languages = Languages.ALL;
    private final int[] cells = new int[DayRhythm.HOURS * languages.size() + 1];
    private final double regularsOnlyShare = REGULARS_ONLY / (1 - Durations.occasionalShare());

    Population(long seed, int streams, DayRhythm[] rhythms) {
        this.seed = seed;
        double channels = streams * DayRhythm.HOURS / Durations.liveHoursPerDay();
        double languageShares = languages.stream().mapToDouble(Language::share).sum();
        double sum = 0;
        int cell = 0;
        for (int hour = 0; hour < DayRhythm.HOURS; hour++) {
            for (int language = 0; language < languages.size(); language++) {
                sum += languages.get(language).share() / languageShares * rhythms[language].startShare(hour);
                cells[++cell] = (int) Math.round(sum * channels);
            }
        }
    }

    int size() {
        return cells[cells.length - 1];
    }

    int firstOf(int hourOfDay, int language) {
        return cells[hourOfDay * languages.size() + language];
    }

    int endOf(int hourOfDay, int language) {
        return cells[hourOfDay * languages.size() + language + 1];
    }

    Language languageOf(int channel) {
        int found = Arrays.binarySearch(cells, channel);
        int cell = found >= 0 ? found : -found - 2;
        while (cells[cell + 1] == channel) {
            cell++;
        }
        return languages.get(cell % languages.size());
    }

    long hashOf(int channel) {
        return Hash.of(seed, channel);
    }

    /** The share of live streams that are usually larger than this channel's. */
    double placeOf(long channelHash, Habit habit) {
        double position = Hash.unit(channelHash, Trait.SIZE);
        boolean large = habit != Habit.OCCASIONAL && Hash.unit(channelHash, Trait.SIZE_CLASS) < regularsOnlyShare;
        return large ? position * REGULARS_ONLY : REGULARS_ONLY + position * (1 - REGULARS_ONLY);
    }
}
