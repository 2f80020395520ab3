package io.streamgauge.collector;

import io.streamgauge.lake.LandingRow;
import io.streamgauge.lake.SnapshotWriter;
import io.streamgauge.twitch.StreamRow;
import io.streamgauge.twitch.StreamsFilter;
import io.streamgauge.twitch.StreamsPage;
import io.streamgauge.twitch.TwitchClient;
import io.streamgauge.twitch.TwitchException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** One walk down the listing, page by page into a writer. Of what has passed it holds the ids of the streams alone. */
final class Walk {

    static final int MOST_PAGES = 5000;
    private static final int MOST_BARREN_PAGES = 10;

    private final TwitchClient twitch;
    private final SnapshotWriter writer;
    private final CrawlListener listener;
    private final int mostPages;

    private final Set<String> seen = new HashSet<>();
    private int pages;
    private int rows;
    private int duplicates;
    private int malformed;
    private int barrenPages;
    private long lastViewers;
    private boolean simulated;
    private Instant endedAt;

    Walk(TwitchClient twitch, SnapshotWriter writer, CrawlListener listener, int mostPages) {
        this.twitch = twitch;
        this.writer = writer;
        this.listener = listener;
        this.mostPages = mostPages;
    }

    /** Goes on from the first page to the end, the next page on its way while one is written. */
    Ending from(StreamsPage first) throws InterruptedException {
        ExecutorService asking = Executors.newSingleThreadExecutor();
        try {
            StreamsPage page = first;
            String cursor = "";
            while (true) {
                Optional<Future<StreamsPage>> next = ask(asking, page, cursor);
                Optional<Ending> ending = take(page, cursor);
                if (ending.isPresent()) {
                    return ending.get();
                }
                cursor = page.next().orElseThrow();
                page = next.orElseThrow().get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TwitchException failure) {
                return new Ending.BrokenOff(
                        "broke off after " + (pages == 1 ? "1 page" : pages + " pages") + ": " + failure.getMessage());
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            asking.shutdownNow();
        }
    }

    private Optional<Future<StreamsPage>> ask(ExecutorService asking, StreamsPage page, String cursor) {
        return page.next()
                .filter(next -> !next.equals(cursor) && !page.rows().isEmpty() && pages + 1 < mostPages)
                .map(next -> asking.submit(() -> twitch.streamsAfter(StreamsFilter.ALL, next)));
    }

    int pages() {
        return pages;
    }

    int rows() {
        return rows;
    }

    int duplicates() {
        return duplicates;
    }

    int malformed() {
        return malformed;
    }

    long lastViewers() {
        return lastViewers;
    }

    /** Time of the last page. */
    Instant endedAt() {
        return endedAt;
    }

    boolean isSimulated() {
        return simulated;
    }

    private Optional<Ending> take(StreamsPage page, String cursor) {
        long viewersBefore = lastViewers;
        boolean isFirst = pages == 0;
        pages++;
        simulated |= page.simulated();
        endedAt = page.receivedAt();
        int fresh = 0;
        for (StreamRow row : page.rows()) {
            fresh += append(page, row) ? 1 : 0;
        }
        listener.page(new CrawlListener.Progress(pages, rows, duplicates, lastViewers));
        barrenPages = fresh == 0 ? barrenPages + 1 : 0;
        if (page.next().isEmpty()) {
            return Optional.of(new Ending.Stated());
        }
        if (page.rows().isEmpty()) {
            return Optional.of(Ending.Quiet.EMPTY_PAGE);
        }
        if (page.next().get().equals(cursor)) {
            return Optional.of(Ending.Quiet.REPEATED_CURSOR);
        }
        if (!isFirst && fresh == 0 && startsAbove(page, viewersBefore)) {
            lastViewers = viewersBefore;
            return Optional.of(Ending.Quiet.WRAPPED);
        }
        if (barrenPages >= MOST_BARREN_PAGES) {
            return Optional.of(Ending.Quiet.NOTHING_NEW);
        }
        return pages >= mostPages
                ? Optional.of(new Ending.BrokenOff("stopped after " + pages + " pages, the most that a crawl may take"))
                : Optional.empty();
    }

    private static boolean startsAbove(StreamsPage page, long viewers) {
        Long first = page.rows().get(0).viewerCount();
        return first != null && first > viewers;
    }

    /** Whether the row's stream had not come before. */
    private boolean append(StreamsPage page, StreamRow row) {
        rows++;
        malformed += row.fits() ? 0 : 1;
        lastViewers = row.viewerCount() == null ? lastViewers : row.viewerCount();
        boolean fresh = row.id() == null || seen.add(row.id());
        duplicates += fresh ? 0 : 1;
        writer.append(landingRow(page, row));
        return fresh;
    }

    private LandingRow landingRow(StreamsPage page, StreamRow row) {
        return new LandingRow(
                page.receivedAt(),
                pages,
                rows,
                row.id(),
                row.userId(),
                row.userLogin(),
                row.userName(),
                row.gameId(),
                row.gameName(),
                row.type(),
                row.title(),
                row.tags(),
                row.viewerCount(),
                row.startedAt(),
                row.language(),
                row.thumbnailUrl(),
                row.tagIds(),
                row.isMature(),
                row.extra(),
                row.problem(),
                row.raw());
    }
}
