package io.streamgauge.web.page;

import io.streamgauge.web.page.DefinitionsPage.Definition;
import java.util.List;

/** The metric standard in plain words. */
public final class Definitions {

    public static final List<Definition> ALL = List.of(
            new Definition(
                    "snapshot",
                    "Snapshot",
                    "One walk through the list of all live channels, taken every 15 minutes unless configured otherwise. "
                            + "Only walks that reached the end of the list count."),
            new Definition(
                    "viewers",
                    "Viewers",
                    "The number of viewers that the platform reports for a channel. What a snapshot sees holds until the "
                            + "next one, but never for longer than twice the planned distance."),
            new Definition(
                    "hours-watched",
                    "Hours watched",
                    "Viewers multiplied by time: ten viewers for half an hour are five hours watched. It adds up over "
                            + "time, over channels and over categories. A viewer-year is 8,766 hours watched."),
            new Definition(
                    "average-viewers",
                    "Average viewers",
                    "For a channel: hours watched divided by the hours it was live. For a category or the whole platform: "
                            + "hours watched divided by the measured hours of the period."),
            new Definition(
                    "peak-viewers",
                    "Peak viewers",
                    "The most viewers at one time. For a category or the platform it is the largest sum at one snapshot, "
                            + "never a sum of the peaks of its channels."),
            new Definition(
                    "channels",
                    "Average channels",
                    "Hours on air of all channels together divided by the measured hours of the period."),
            new Definition("hours-live", "Hours live", "How long a channel was on air in the period."),
            new Definition(
                    "broadcasts-started",
                    "Broadcasts started",
                    "How many broadcasts started in the period, as far as they were seen on the day on which they started or "
                            + "the day after (in UTC). A broadcast belongs to the category and the language that it showed when "
                            + "it was first seen, so categories and languages add up to the platform."),
            new Definition(
                    "viewers-per-channel",
                    "Viewers per channel",
                    "Hours watched divided by the hours on air of all channels together."),
            new Definition(
                    "share",
                    "Share",
                    "A category's or a channel's hours watched as part of the hours watched of all of them. The top share is that of "
                            + "the 10, 100 or 1000 most watched channels together."),
            new Definition(
                    "rank",
                    "Rank",
                    "Equal values share a rank, and the next rank counts them all: 1, 2, 2, 4. The small arrow tells how "
                            + "many ranks were won or lost against the period before."),
            new Definition(
                    "change",
                    "Change",
                    "The figure against that of another time of the same length: directly before, or the one that the reader chose. "
                            + "While a period is running, it is compared with the same part of the other. No change is told where much less of the "
                            + "earlier time was measured."),
            new Definition(
                    "coverage",
                    "Measured time, bridged time",
                    "Time is measured when a snapshot reaches it. Where one snapshot is missing, the one before it is "
                            + "held on for one more step: that time is called bridged, and hatched in charts. Time beyond "
                            + "it is unknown, is never filled in, and shows as a gap."),
            new Definition(
                    "hours-of-week",
                    "Hours of the week, entry line",
                    "What all Mondays from 00:00 to 01:00 of some weeks have in common, and so on, in the time zone of the "
                            + "page. Hours that nobody measured are unknown, not zero. The entry line is the average of the "
                            + "viewers of a category's 8th, 30th or 100th largest channel; while there are fewer channels it "
                            + "counts as 0."),
            new Definition(
                    "rising",
                    "Rising",
                    "The largest gains in hours watched against the period compared with. Only the 1,000 most watched of "
                            + "either period are looked at; of whoever was not among them before, the gain is at least the one "
                            + "that is told."),
            new Definition(
                    "records",
                    "Records",
                    "The highest figures at one time of all history that is held, with the part of that day that was "
                            + "measured."),
            new Definition(
                    "capture_rate",
                    "Captured streams",
                    "Twitch's listing moves while it is read, so it hides a few streams. Channels that were live in the last "
                            + "snapshot and are missing are asked for directly, and count as live where they are. The rate is "
                            + "the listing's share of all live streams: those it showed, those found by asking, and the few "
                            + "that are thought to have been missed by both."),
            new Definition(
                    "genres",
                    "Genres, themes and modes",
                    "What IGDB says of the game that a category stands for, by what is known now, for all of the past. A "
                            + "category with several counts in each of them, so that their shares can add up to more than "
                            + "everything; average and peak are of the sum over the categories."),
            new Definition(
                    "ages",
                    "Release age",
                    "How long before it was watched a game was first released: in its first 7 days, up to the 30th, the "
                            + "365th and so on. A game counts under the age that it had at each snapshot, under one at a "
                            + "time, so that these shares add up to everything."),
            new Definition(
                    "periods",
                    "Periods",
                    "Hours, days, weeks from Monday and months are in UTC, or in the zone that the reader chose. The last hour, day and week end where the newest "
                            + "snapshot's reach ends."));

    private Definitions() {}
}
