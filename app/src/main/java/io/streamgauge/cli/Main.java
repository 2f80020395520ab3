package io.streamgauge.cli;

import java.util.List;

/** Where the program begins. */
public final class Main {

    private static final long MOST_SECONDS_TO_TIDY = 20;

    private Main() {}

    public static void main(String[] arguments) {
        if (List.of(arguments).contains("--verbose") || List.of(arguments).contains("-v")) {
            System.setProperty("streamgauge.log.level", "DEBUG");
        }
        Stopping stopping = new Stopping(Thread.currentThread());
        Runtime.getRuntime().addShutdownHook(new Thread(stopping, "stop"));
        int status = run(Surroundings.real(), arguments);
        if (stopping.isNotNeeded()) {
            System.exit(status);
        }
    }

    /** Runs one command and tells its exit status; interrupting the thread ends a command that runs until stopped. */
    static int run(Surroundings surroundings, String... arguments) {
        return Commands.in(surroundings).execute(arguments);
    }

    /** Lets a command tidy up when the process is asked to end. */
    private static final class Stopping implements Runnable {

        private final Thread worker;
        private boolean begun;
        private boolean ended;

        Stopping(Thread worker) {
            this.worker = worker;
        }

        /** Whether the command has ended by itself. */
        synchronized boolean isNotNeeded() {
            ended = !begun;
            return ended;
        }

        private synchronized boolean begin() {
            begun = !ended;
            return begun;
        }

        @Override
        public void run() {
            if (!begin()) {
                return;
            }
            worker.interrupt();
            try {
                worker.join(MOST_SECONDS_TO_TIDY * 1000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
