package io.streamgauge.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamgauge.lake.StoreException;
import io.streamgauge.simulator.ManualClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileCacheTest {

    private static final int KILOBYTE = 1000;

    @TempDir
    Path folder;

    private final ManualClock clock = new ManualClock("2026-06-07T20:00:00Z");
    private final AtomicInteger fetched = new AtomicInteger();

    private FileCache cache(int kilobytes) {
        return FileCache.open(folder, (long) kilobytes * KILOBYTE, clock);
    }

    /** Fetches a file of a kilobyte. */
    private Consumer<Path> kilobyte() {
        return file -> {
            fetched.incrementAndGet();
            write(file, new byte[KILOBYTE]);
        };
    }

    private static void write(Path file, byte[] content) {
        try {
            Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whatWasUsedLeastRecentlyGoesFirst() {
        FileCache cache = cache(3);
        Path first = cache.get("a/1", kilobyte());
        clock.advance(Duration.ofMinutes(1));
        Path second = cache.get("a/2", kilobyte());
        clock.advance(Duration.ofHours(2));
        cache.get("a/1", kilobyte());
        Path third = cache.get("b/3", kilobyte());
        Path fourth = cache.get("b/4", kilobyte());

        assertThat(second).doesNotExist();
        assertThat(List.of(first, third, fourth))
                .allSatisfy(file -> assertThat(file).hasSize(KILOBYTE));
        assertThat(fetched).hasValue(4);
        cache.get("a/2", kilobyte());
        assertThat(fetched).hasValue(5);
    }

    @Test
    void whatWasHandedOutLatelyStaysThoughTheCacheIsFull() {
        FileCache cache = cache(2);
        List<Path> files = new ArrayList<>();
        for (int number = 0; number < 6; number++) {
            files.add(cache.get("f/" + number, kilobyte()));
            clock.advance(Duration.ofMinutes(5));
        }
        assertThat(files).allSatisfy(file -> assertThat(file).exists());

        clock.advance(Duration.ofHours(2));
        cache.get("f/5", kilobyte());
        cache.get("g/6", kilobyte());
        assertThat(files.subList(0, 5)).noneSatisfy(file -> assertThat(file).exists());
        assertThat(files.get(5)).exists();
    }

    @Test
    void theHourBeginsWithTheLastHandingOut() {
        FileCache cache = cache(1);
        Path file = cache.get("f/1", kilobyte());
        clock.advance(Duration.ofMinutes(29));
        cache.get("f/1", kilobyte());
        clock.advance(Duration.ofMinutes(59));
        cache.get("f/2", kilobyte());

        assertThat(file).exists();
    }

    @Test
    void anotherProcessThatUsesAFileKeepsIt() {
        FileCache one = cache(1);
        Path file = one.get("shared", kilobyte());
        clock.advance(Duration.ofHours(2));
        FileCache other = cache(1);
        assertThat(other.get("shared", kilobyte())).isEqualTo(file);

        one.get("mine", kilobyte());

        assertThat(file).exists();
        assertThat(fetched).hasValue(2);
    }

    @Test
    void whatIsThereAtTheStartCountsAndIsCutDown() {
        cache(10).get("old/1", kilobyte());
        clock.advance(Duration.ofHours(2));
        cache(10).get("old/2", kilobyte());

        cache(1);

        assertThat(folder.resolve("old/1")).doesNotExist();
        assertThat(folder.resolve("old/2")).exists();
    }

    @Test
    void allWhoAskAtOnceShareOneFetch() throws Exception {
        FileCache cache = cache(100);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        CountDownLatch asked = new CountDownLatch(8);
        try {
            List<Callable<Path>> askers = new ArrayList<>();
            for (int number = 0; number < 8; number++) {
                askers.add(() -> {
                    asked.countDown();
                    asked.await();
                    return cache.get("one", kilobyte());
                });
            }
            for (Future<Path> answer : threads.invokeAll(askers)) {
                assertThat(answer.get()).hasSize(KILOBYTE);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(fetched).hasValue(1);
    }

    @Test
    void aFetchThatFailsLeavesNothingAndIsTriedAnew() throws IOException {
        FileCache cache = cache(10);
        assertThatThrownBy(() -> cache.get("a/1", file -> {
                    write(file, new byte[10]);
                    throw new StoreException("The line is cut", null);
                }))
                .hasMessage("The line is cut");

        assertThat(folder.resolve("a")).doesNotExist();
        try (var parts = Files.list(folder.resolve(".parts"))) {
            assertThat(parts).isEmpty();
        }
        assertThat(cache.get("a/1", kilobyte())).hasSize(KILOBYTE);
    }

    @Test
    void whatSomebodyDeletedIsFetchedAgain() throws IOException {
        FileCache cache = cache(10);
        Files.delete(cache.get("a/1", kilobyte()));

        assertThat(cache.get("a/1", kilobyte())).hasSize(KILOBYTE);
        assertThat(fetched).hasValue(2);
    }
}
