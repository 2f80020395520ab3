package io.streamgauge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.lake.Ledger;
import io.streamgauge.lake.LocalStore;
import io.streamgauge.lake.Publication;
import io.streamgauge.twitch.Waiter;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DemoIT {

    private static final String[] DEMO = {"demo", "--streams", "20", "--port", "0", "--speed", "900"};

    @TempDir
    Path folder;

    @Test
    void fillsAWeekGoesLiveAndGoesOnWhereItEnded() throws Exception {
        Publication first;
        try (Running demo = new Running()) {
            String url = demo.line("Streamgauge demo: ");
            demo.line("Live from 2026-06-08T");
            first = demo.publishedAfter(DemoSlots.WEEK.end());
            assertThat(status(url)).contains("\"simulated\":true").contains("\"missing\":0");
            assertThat(new Shell(folder).run(DEMO).err())
                    .containsExactly("A demo is running on " + folder.resolve("data/demo")
                            + " already: stop it first, or name another folder with --home");
        }
        try (Running demo = new Running()) {
            demo.line("Streamgauge demo: ");
            demo.line("Live from 2026-06-08T");
            demo.publishedAfter(first.newestSnapshot().orElseThrow());
        }
        assertThat(new Shell(folder).run("demo", "--port", "0", "--seed", "2"))
                .isEqualTo(new Shell.Result(
                        1,
                        List.of(),
                        List.of("The demo in " + folder.resolve("data/demo") + " is of 20 streams and seed 1, asked for"
                                + " were 10000 and 2: begin anew with --fresh")));
    }

    private static String status(String url) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url + "/api/v1/status")).build(), BodyHandlers.ofString())
                .body();
    }

    /** A demo on a thread of its own, in real time. */
    private final class Running implements AutoCloseable {

        private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        private final PrintStream printer = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8) {
            @Override
            public void println(String line) {
                lines.add(line);
            }
        };
        private final Thread thread = new Thread(() -> Main.run(
                new Surroundings(Map.of(), folder, printer, printer, false, Clock.systemUTC(), Waiter.real()), DEMO));

        Running() {
            thread.start();
        }

        /** What follows the beginning of a line, once there is such a line. */
        String line(String beginning) throws InterruptedException {
            while (true) {
                String line = lines.poll(60, TimeUnit.SECONDS);
                assertThat(line).as("a line that begins with " + beginning).isNotNull();
                if (line.startsWith(beginning)) {
                    return line.substring(beginning.length());
                }
            }
        }

        Publication publishedAfter(Instant moment) throws InterruptedException {
            Ledger ledger = new Ledger(
                    LocalStore.open(folder.resolve("data/demo/lake")), Clock.systemUTC(), folder.resolve("check"));
            Instant latest = Instant.now().plus(Duration.ofSeconds(60));
            while (Instant.now().isBefore(latest)) {
                Optional<Publication> state = ledger.current()
                        .filter(each -> each.newestSnapshot().orElseThrow().isAfter(moment));
                if (state.isPresent()) {
                    return state.get();
                }
                thread.join(50);
            }
            throw new AssertionError("Nothing was published after " + moment);
        }

        @Override
        public void close() {
            thread.interrupt();
            try {
                thread.join();
            } catch (InterruptedException e) {
                throw new AssertionError("Interrupted while the demo was ending", e);
            }
        }
    }
}
