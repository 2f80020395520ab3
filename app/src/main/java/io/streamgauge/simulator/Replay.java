package io.streamgauge.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Recorded snapshots, one after the other: once one was walked to its end, in whole or
 * by language, the next unfiltered walk is over the next one.
 */
public final class Replay {
    private final List<Recording> recordings;
    private final RecordedCatalogue catalogue;
    private int current;
    private boolean walkedToEnd;

    private Replay(List<Recording> recordings, List<Path> folders) {
        this.recordings = recordings;
        this.catalogue = new RecordedCatalogue(folders);
    }

    /**
     * Reads recordings, with the categories and IGDB's games that were recorded beside the streams.
     *
     * @param folder a snapshot's folder with {@code streams.jsonl.gz} or {@code games.jsonl.gz}, or a folder of snapshots' folders
     */
    public static Replay of(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("Cannot replay " + folder + ": it is not a folder");
        }
        if (Recording.isIn(folder)) {
            return new Replay(List.of(Recording.read(folder)), List.of(folder));
        }
        if (RecordedCatalogue.isIn(folder)) {
            return new Replay(List.of(new Recording(folder, List.of())), List.of(folder));
        }
        try (Stream<Path> inside = Files.list(folder)) {
            List<Path> folders = inside.filter(Files::isDirectory).sorted().toList();
            List<Recording> recordings = folders.stream()
                    .filter(Recording::isIn)
                    .map(Recording::read)
                    .toList();
            if (recordings.isEmpty()) {
                throw new IllegalArgumentException(
                        "Cannot replay " + folder + ": neither it nor a folder in it holds " + Recording.FILE);
            }
            return new Replay(recordings, folders);
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot list " + folder + ": " + failure.getMessage(), failure);
        }
    }

    public int snapshots() {
        return recordings.size();
    }

    RecordedCatalogue catalogue() {
        return catalogue;
    }

    Recording recording(int number) {
        return recordings.get(number);
    }

    synchronized int current() {
        return current;
    }

    /** The number of the snapshot that a new walk is over. */
    synchronized int startWalk() {
        if (walkedToEnd && current < recordings.size() - 1) {
            current++;
            walkedToEnd = false;
        }
        return current;
    }

    synchronized void endWalk(int number) {
        walkedToEnd |= number == current;
    }
}
