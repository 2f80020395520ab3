package io.streamgauge.bench;

import io.streamgauge.bench.PageRequests.Request;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Asks at a steady rate, whether or not earlier requests were answered: the time of each begins when it was due, so that a
 * server that stands still is seen as one.
 */
final class PageLoad {

    private static final int CONNECTIONS = 48;
    private static final int OK = 200;

    private final URI server;
    private final List<Request> requests;
    private final double perSecond;
    private final Queue<Timed> answered = new ConcurrentLinkedQueue<>();
    private final AtomicInteger next = new AtomicInteger();

    /** @param trouble what went wrong, or null */
    record Timed(Request request, double millis, long bytes, String trouble) {}

    PageLoad(URI server, List<Request> requests, double perSecond) {
        this.server = server;
        this.requests = requests;
        this.perSecond = perSecond;
    }

    List<Timed> run() {
        long start = System.nanoTime();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            Thread thread = new Thread(() -> ask(start), "load-" + i);
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
        threads.forEach(PageLoad::join);
        return List.copyOf(answered);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The benchmark was interrupted", e);
        }
    }

    private void ask(long start) {
        try (Connection connection = new Connection(server)) {
            for (int i = next.getAndIncrement(); i < requests.size(); i = next.getAndIncrement()) {
                long due = start + Math.round(i / perSecond * 1e9);
                for (long early = due - System.nanoTime(); early > 0; early = due - System.nanoTime()) {
                    LockSupport.parkNanos(early);
                }
                answered.add(timed(connection, requests.get(i), due));
            }
        } catch (IOException e) {
            throw new IllegalStateException("A connection cannot be closed", e);
        }
    }

    /** @param due on the clock of {@link System#nanoTime()} */
    static Timed timed(Connection connection, Request request, long due) throws IOException {
        try {
            Connection.Answer answer = connection.get(request.address());
            double millis = (System.nanoTime() - due) / 1e6;
            String trouble = answer.status() == OK ? null : "status " + answer.status();
            return new Timed(request, millis, answer.bytes(), trouble);
        } catch (IOException e) {
            connection.close();
            return new Timed(request, (System.nanoTime() - due) / 1e6, 0, e.toString());
        }
    }
}
