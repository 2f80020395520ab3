package io.streamgauge.collector;

import com.carrotsearch.hppc.LongHashSet;
import io.streamgauge.twitch.StreamRow;
import io.streamgauge.twitch.StreamsFilter;
import io.streamgauge.twitch.StreamsPage;
import io.streamgauge.twitch.TwitchClient;
import io.streamgauge.twitch.TwitchException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/**
 * One walk down a listing, filtered or not. A page that can hardly be right (empty, or leading nowhere) is asked for again,
 * and the one before it too, before it is taken for the end. A walk can pause and go on.
 */
final class Walk {

    static final int MOST_PAGES = 5000;
    private static final int MOST_BARREN_PAGES = 10;
    private static final int MOST_DOUBTS = 4;

    private final TwitchClient twitch;
    private final StreamsFilter filter;
    private final Haul haul;
    private final int mostPages;

    private final LongHashSet seen = new LongHashSet();
    private final Map<String, Integer> languages = new TreeMap<>();
    private String cursor;
    private String cursorBefore;
    private int pages;
    private int rows;
    private int streams;
    private int barrenPages;
    private int doubts;
    private boolean isBack;
    private long lastViewers;
    private Ending ending;

    Walk(TwitchClient twitch, StreamsFilter filter, Haul haul, int mostPages) {
        this.twitch = twitch;
        this.filter = filter;
        this.haul = haul;
        this.mostPages = mostPages;
    }

    /**
     * Asks for the first page.
     *
     * @throws TwitchException where it is not to be had
     */
    void begin() throws InterruptedException {
        take(twitch.firstStreams(filter));
    }

    /** Goes on to the end, or to so many pages, or for as long as it may. */
    void goOn(int toPages, BooleanSupplier mayGoOn) throws InterruptedException {
        try {
            while (ending == null && pages < toPages && mayGoOn.getAsBoolean()) {
                take(cursor == null ? twitch.firstStreams(filter) : twitch.streamsAfter(filter, cursor));
            }
        } catch (TwitchException e) {
            ending = new Ending.BrokenOff(
                    "broke off after " + (pages == 1 ? "1 page" : pages + " pages") + ": " + e.getMessage());
        }
    }

    /** Empty while there is more to come. */
    Optional<Ending> ending() {
        return Optional.ofNullable(ending);
    }

    /** Why it did not see the whole listing, or empty. */
    Optional<String> shortcoming() {
        return ending == null
                ? Optional.of("stopped after " + streams + " streams")
                : ending.shortcoming(streams, lastViewers);
    }

    int pages() {
        return pages;
    }

    /** Rows received, repeats included. */
    int rows() {
        return rows;
    }

    /** Keys of the streams seen. */
    LongHashSet seen() {
        return seen;
    }

    /** Rows by the language that they show. */
    Map<String, Integer> languages() {
        return languages;
    }

    private void take(StreamsPage page) {
        long viewersBefore = lastViewers;
        int fresh = see(page);
        streams += fresh;
        pages++;
        haul.add(page);
        barrenPages = fresh == 0 ? barrenPages + 1 : 0;
        doubts = fresh == 0 ? doubts : 0;
        Optional<Ending> end = end(page, fresh, viewersBefore);
        if (end.isEmpty()) {
            cursorBefore = cursor;
            cursor = page.next().orElseThrow();
            isBack = false;
        } else if (isSure(end.get()) || doubts >= MOST_DOUBTS) {
            ending = end.get();
        } else {
            doubts++;
            isBack = doubts == 2;
            cursor = isBack ? cursorBefore : cursor;
        }
        if (ending == null && pages >= mostPages) {
            ending = new Ending.BrokenOff("stopped after " + pages + " pages, the most that a crawl may take");
        }
    }

    /** An end among watched streams is asked for twice, even where it may be right. */
    private boolean isSure(Ending end) {
        boolean isEmptyLanguage =
                rows == 0 && end instanceof Ending.Stated && !filter.languages().isEmpty();
        return isEmptyLanguage
                || end.shortcoming(streams, lastViewers).isEmpty() && (lastViewers <= Ending.FEW_VIEWERS || doubts > 0);
    }

    private int see(StreamsPage page) {
        int fresh = 0;
        for (StreamRow row : page.rows()) {
            rows++;
            lastViewers = row.viewerCount() == null ? lastViewers : row.viewerCount();
            fresh += row.id() == null || seen.add(Key.of(row.id())) ? 1 : 0;
            languages.merge(row.language() == null ? "" : row.language(), 1, Integer::sum);
        }
        return fresh;
    }

    private Optional<Ending> end(StreamsPage page, int fresh, long viewersBefore) {
        if (page.next().isEmpty()) {
            return Optional.of(new Ending.Stated());
        }
        if (page.rows().isEmpty()) {
            return Optional.of(Ending.Quiet.EMPTY_PAGE);
        }
        if (page.next().get().equals(cursor)) {
            return Optional.of(Ending.Quiet.REPEATED_CURSOR);
        }
        if (pages > 1 && fresh == 0 && !isBack && startsAbove(page, viewersBefore)) {
            lastViewers = viewersBefore;
            return Optional.of(Ending.Quiet.WRAPPED);
        }
        return barrenPages >= MOST_BARREN_PAGES ? Optional.of(Ending.Quiet.NOTHING_NEW) : Optional.empty();
    }

    private static boolean startsAbove(StreamsPage page, long viewers) {
        Long first = page.rows().get(0).viewerCount();
        return first != null && first > viewers;
    }
}
