package io.streamgauge.collector;

import com.carrotsearch.hppc.LongHashSet;
import io.streamgauge.lake.LandingRow;
import io.streamgauge.lake.SnapshotWriter;
import io.streamgauge.twitch.StreamRow;
import io.streamgauge.twitch.StreamsPage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a crawl receives, from however many walks at once: every row goes to the writer in order of arrival. Of what has
 * passed it holds the ids of streams and channels alone.
 */
final class Haul {

    /** So many of the most watched streams hardly end all while a crawl runs. */
    private static final int WITNESSES = 3;

    /** The page of a row that came by a direct query. */
    private static final int NO_PAGE = 0;

    private final SnapshotWriter writer;
    private final Newcomers newcomers;
    private final CrawlListener listener;
    private final LongHashSet streams = new LongHashSet();
    private final LongHashSet channels = new LongHashSet();
    private final List<String> witnesses = new ArrayList<>();
    private int pages;
    private int rows;
    private int duplicates;
    private int malformed;
    private String firstProblem;
    private int listed;
    private int recovered;
    private boolean simulated;
    private Instant endedAt;

    Haul(SnapshotWriter writer, Newcomers newcomers, CrawlListener listener) {
        this.writer = writer;
        this.newcomers = newcomers;
        this.listener = listener;
    }

    /** Takes a page of the listing. */
    synchronized void add(StreamsPage page) {
        pages++;
        note(page);
        for (StreamRow row : page.rows()) {
            if (append(page, row, pages)) {
                listed++;
                witness(row);
                newcomers.see(Key.of(row.id()), row.startedAt());
            }
        }
        listener.page(new CrawlListener.Progress(pages, rows, duplicates, recovered, lastViewers(page)));
    }

    /** Takes the answer to a direct query for channels. */
    synchronized void addRecovered(StreamsPage answer) {
        note(answer);
        for (StreamRow row : answer.rows()) {
            recovered += append(answer, row, NO_PAGE) ? 1 : 0;
        }
        listener.page(new CrawlListener.Progress(pages, rows, duplicates, recovered, lastViewers(answer)));
    }

    synchronized int pages() {
        return pages;
    }

    synchronized int rows() {
        return rows;
    }

    synchronized int duplicates() {
        return duplicates;
    }

    synchronized int malformed() {
        return malformed;
    }

    /** Why the first row that does not fit does not, or null. */
    synchronized String firstProblem() {
        return firstProblem;
    }

    /** Streams that the listing showed. */
    synchronized int listed() {
        return listed;
    }

    /** Streams that a direct query alone showed. */
    synchronized int recovered() {
        return recovered;
    }

    /** The first channels that the listing showed, whose ids are numbers. */
    synchronized List<String> witnesses() {
        return List.copyOf(witnesses);
    }

    synchronized boolean hasChannel(long channel) {
        return channels.contains(channel);
    }

    synchronized boolean hasStream(long stream) {
        return streams.contains(stream);
    }

    synchronized boolean isSimulated() {
        return simulated;
    }

    /** Time of the last answer. */
    synchronized Instant endedAt() {
        return endedAt;
    }

    private void witness(StreamRow row) {
        if (witnesses.size() < WITNESSES && Key.isNumber(row.userId())) {
            witnesses.add(row.userId());
        }
    }

    private void note(StreamsPage page) {
        simulated |= page.simulated();
        endedAt = endedAt == null || page.receivedAt().isAfter(endedAt) ? page.receivedAt() : endedAt;
    }

    /** Whether the row is the first of a stream. One that does not fit is no sign of its stream: a direct query may bring it. */
    private boolean append(StreamsPage page, StreamRow row, int number) {
        rows++;
        writer.append(landingRow(page, row, number));
        if (!row.fits()) {
            malformed++;
            firstProblem = firstProblem == null ? row.problem() : firstProblem;
            return false;
        }
        channels.add(Key.of(row.userId()));
        boolean isFirst = streams.add(Key.of(row.id()));
        duplicates += isFirst ? 0 : 1;
        return isFirst;
    }

    private static long lastViewers(StreamsPage page) {
        long viewers = 0;
        for (StreamRow row : page.rows()) {
            viewers = row.viewerCount() == null ? viewers : row.viewerCount();
        }
        return viewers;
    }

    private LandingRow landingRow(StreamsPage page, StreamRow row, int number) {
        return new LandingRow(
                page.receivedAt(),
                number,
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
