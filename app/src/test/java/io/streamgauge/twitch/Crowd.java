package io.streamgauge.twitch;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Callers that share a limiter and a bucket, each with a call under way or waiting for its turn, in time that jumps from event
 * to event. A call reaches the bucket in the middle of its latency.
 */
final class Crowd {

    private record Event(Instant at, long number, Runnable action) {}

    private final FakeTime time;
    private final RateLimiter limiter;
    private final FakeBucket bucket;
    private final RandomGenerator random;
    private final Duration latency;
    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparing(Event::at).thenComparing(Event::number));
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private long eventCount;
    private int callsLeft;
    private int underWay;
    private int mostUnderWay;
    private int refused;
    private int passed;
    private int mostInARow;

    Crowd(FakeTime time, RateLimiter limiter, FakeBucket bucket, Duration latency, RandomGenerator random) {
        this.time = time;
        this.limiter = limiter;
        this.bucket = bucket;
        this.latency = latency;
        this.random = random;
    }

    /** What a walk came to. */
    record Walk(int passed, int refused, int mostInARow, Duration took) {}

    Walk walk(int callers, int calls) {
        Instant start = time.instant();
        int passedBefore = passed;
        int refusedBefore = refused;
        callsLeft = calls;
        for (int caller = 0; caller < callers; caller++) {
            after(Duration.ZERO, this::next);
        }
        while (!events.isEmpty()) {
            Event event = events.remove();
            time.pass(Duration.between(time.instant(), event.at()));
            event.action().run();
        }
        return new Walk(
                passed - passedBefore, refused - refusedBefore, mostInARow, Duration.between(start, time.instant()));
    }

    int mostUnderWayBeforeTheFirstAnswer() {
        return mostUnderWay;
    }

    private void next() {
        if (callsLeft > 0) {
            callsLeft--;
            call();
        }
    }

    private void call() {
        Turn turn = limiter.take();
        if (turn instanceof Turn.Granted leave) {
            send(leave.permit());
        } else if (turn instanceof Turn.Later later) {
            after(later.time(), this::call);
        } else {
            waiting.add(this::call);
        }
    }

    private void send(Turn.Permit permit) {
        underWay++;
        mostUnderWay = passed + refused == 0 ? Math.max(mostUnderWay, underWay) : mostUnderWay;
        after(part(), () -> {
            Reply reply = bucket.pass(Reply.of(200, ""));
            after(part(), () -> answered(permit, reply));
        });
    }

    private void answered(Turn.Permit permit, Reply reply) {
        underWay--;
        HttpHeaders headers = HttpHeaders.of(
                reply.headers().entrySet().stream()
                        .collect(Collectors.toMap(
                                header -> header.getKey(),
                                header -> List.of(header.getValue()),
                                (a, b) -> a,
                                TreeMap::new)),
                (name, value) -> true);
        limiter.answered(permit, new Answer(reply.status(), headers, reply.body(), time.instant()));
        mostInARow = Math.max(mostInARow, limiter.refusalsInARow());
        for (int woken = waiting.size(); woken > 0; woken--) {
            after(Duration.ZERO, waiting.remove());
        }
        if (reply.status() == 200) {
            passed++;
            next();
        } else {
            refused++;
            call();
        }
    }

    /** Half of the latency, give or take half of that. */
    private Duration part() {
        return Duration.ofNanos(Math.round(latency.toNanos() / 2.0 * (0.5 + random.nextDouble())));
    }

    private void after(Duration delay, Runnable action) {
        events.add(new Event(time.instant().plus(delay), eventCount++, action));
    }
}
