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
 * One walk down a listing, filtered or not. A page that can hardly be right (empty, leading nowhere, or full and said to be
 * the last) is asked for again, and the one before it too, before it is taken for the end. A walk can pause and go on.
 */
final class Walk {

    static final int MOST_PAGES = 5000;
    private static final int MOST_BARREN_PAGES = 10;
    private static final int MOST_DOUBTS = 4;
    private static final int DOUBTS_BEFORE_GOING_BACK = 2;

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
    private int barrenPages;
    private int doubts;
    private Ending doubted;
    private boolean isBack;
    private Bottom bottom = Bottom.TOP;
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
            ending = e.kind() == TwitchException.Kind.OUT_OF_TIME
                    ? new Ending.OutOfTime()
                    : new Ending.BrokenOff(
                            "broke off after " + (pages == 1 ? "1 page" : pages + " pages") + ": " + e.getMessage());
        }
    }

    /** Empty while there is more to come. */
    Optional<Ending> ending() {
        return Optional.ofNullable(ending);
    }

    boolean isOutOfTime() {
        return ending instanceof Ending.OutOfTime;
    }

    /** Why it did not see the whole listing, or empty. */
    Optional<String> shortcoming() {
        return ending == null
                ? Optional.of("stopped after " + bottom.streams() + " streams")
                : ending.shortcoming(bottom);
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

    /** Streams by the language that they show, but for those whose row does not fit. */
    Map<String, Integer> languages() {
        return languages;
    }

    private void take(StreamsPage page) {
        Bottom before = bottom;
        int fresh = see(page);
        pages++;
        haul.add(page);
        barrenPages = fresh == 0 ? barrenPages + 1 : 0;
        doubts = fresh == 0 ? doubts : 0;
        Optional<Ending> end = end(page, fresh, before);
        if (end.isEmpty()) {
            cursorBefore = cursor;
            cursor = page.next().orElseThrow();
            isBack = false;
            doubted = null;
        } else if (isSure(end.get(), page) || doubts >= MOST_DOUBTS) {
            ending = end.get();
        } else {
            doubt(end.get(), page);
        }
        if (ending == null && pages >= mostPages) {
            ending = new Ending.BrokenOff("stopped after " + pages + " pages, the most that a crawl may take");
        }
    }

    /** An end on a last page that looks like one is believed at once, any other one not before it was met again. */
    private boolean isSure(Ending end, StreamsPage page) {
        if (!(end instanceof Ending.Stated)) {
            return false;
        }
        boolean isEmptyLanguage = rows == 0 && !filter.languages().isEmpty();
        boolean isPlain = !page.rows().isEmpty() && !page.isFull() && bottom.isAmongTheLeastWatched();
        return isPlain
                || doubts > 0 && (isEmptyLanguage || end.shortcoming(bottom).isEmpty());
    }

    /** Asks again, then for the page before; last it follows where an empty page leads. */
    private void doubt(Ending end, StreamsPage page) {
        doubts++;
        doubted = end;
        if (doubts == DOUBTS_BEFORE_GOING_BACK) {
            isBack = true;
            cursor = cursorBefore;
        } else if (doubts == MOST_DOUBTS && end == Ending.Quiet.EMPTY_PAGE) {
            cursor = page.next().orElseThrow();
        }
    }

    private int see(StreamsPage page) {
        int fresh = 0;
        long viewers = bottom.viewers();
        for (StreamRow row : page.rows()) {
            rows++;
            viewers = row.viewerCount() == null ? viewers : row.viewerCount();
            if (row.id() != null && seen.add(Key.of(row.id()))) {
                fresh++;
                if (row.fits()) {
                    languages.merge(row.language() == null ? "" : row.language(), 1, Integer::sum);
                }
            }
        }
        boolean isFull = page.rows().isEmpty() ? bottom.isFull() : page.isFull();
        bottom = new Bottom(bottom.streams() + fresh, viewers, isFull);
        return fresh;
    }

    private Optional<Ending> end(StreamsPage page, int fresh, Bottom before) {
        if (page.next().isEmpty()) {
            return Optional.of(new Ending.Stated());
        }
        if (page.rows().isEmpty()) {
            return Optional.of(Ending.Quiet.EMPTY_PAGE);
        }
        if (page.next().get().equals(cursor)) {
            return Optional.of(Ending.Quiet.REPEATED_CURSOR);
        }
        if (pages > 1 && fresh == 0 && !isKnownPage() && startsAbove(page, before.viewers())) {
            bottom = before;
            return Optional.of(Ending.Quiet.WRAPPED);
        }
        return barrenPages >= MOST_BARREN_PAGES ? Optional.of(Ending.Quiet.NOTHING_NEW) : Optional.empty();
    }

    /** Whether the page was asked for again, so that it is no wonder to find nothing new on it. */
    private boolean isKnownPage() {
        return isBack || doubted != null && doubted != Ending.Quiet.WRAPPED;
    }

    private static boolean startsAbove(StreamsPage page, long viewers) {
        Long first = page.rows().get(0).viewerCount();
        return first != null && first > viewers;
    }
}
