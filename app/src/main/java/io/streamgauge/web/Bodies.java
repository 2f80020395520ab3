package io.streamgauge.web;

import io.streamgauge.analytics.Patience;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;

/**
 * Answers as they were sent, compressed, those that were asked for last: what is asked again costs no work. While several are
 * being made, what an address answered until a moment ago stands in for what it would answer now, so that a new state of the
 * data, which makes every answer anew, keeps nobody waiting.
 */
final class Bodies {

    /** So many in the making are as much as a small machine can do at a time. */
    static final int MANY = 3;

    /**
     * So many are made at a time, those that wait first come first served: if all were begun at once, each would be done when all
     * are, and under load that is too late for every one of them.
     */
    static final int AT_ONCE = 2 * MANY;

    /** An answer stands in for so long after it was last the right one. */
    static final Duration STANDING_IN = Duration.ofMinutes(5);

    private static final int MOST_BYTES = 48 << 20;
    private static final int LARGEST = 2 << 20;
    private static final int MOST_ADDRESSES = 4096;

    private final LongSupplier nanoTime;
    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private final Map<String, byte[]> kept = new LinkedHashMap<>(64, 0.75f, true);
    private final Map<String, Right> right = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Right> eldest) {
            return size() > MOST_ADDRESSES;
        }
    };
    private long bytes;
    private int making;

    Bodies(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /**
     * A compressed answer.
     *
     * @param tag what tells answers apart; it changes whenever the answer may
     */
    record Body(String tag, byte[] packed) {}

    /** The answer of an address that was last the right one, and when that was. */
    private record Right(String tag, long at) {}

    /** What an address answers now, or, while many others are being made, what it answered a moment ago. */
    Body get(String address, String tag, Supplier<byte[]> answer) {
        Optional<Body> known = findOrBegin(address, tag);
        if (known.isPresent()) {
            return known.get();
        }
        try {
            Patience.take(places);
            try {
                return made(address, tag, answer);
            } finally {
                places.release();
            }
        } finally {
            end();
        }
    }

    /** What was made by another while this one waited for its place, or is made now. */
    private Body made(String address, String tag, Supplier<byte[]> answer) {
        Optional<Body> known = find(address, tag);
        if (known.isPresent()) {
            return known.get();
        }
        byte[] packed = packed(answer.get());
        keep(address, tag, packed);
        return new Body(tag, packed);
    }

    private synchronized Optional<Body> find(String address, String tag) {
        byte[] body = kept.get(tag);
        if (body == null) {
            return Optional.empty();
        }
        right.put(address, new Right(tag, nanoTime.getAsLong()));
        return Optional.of(new Body(tag, body));
    }

    private synchronized Optional<Body> findOrBegin(String address, String tag) {
        Optional<Body> known = find(address, tag);
        if (known.isPresent()) {
            return known;
        }
        Right last = right.get(address);
        if (making >= MANY && last != null && nanoTime.getAsLong() - last.at() < STANDING_IN.toNanos()) {
            byte[] old = kept.get(last.tag());
            if (old != null) {
                return Optional.of(new Body(last.tag(), old));
            }
        }
        making++;
        return Optional.empty();
    }

    private synchronized void end() {
        making--;
    }

    private synchronized void keep(String address, String tag, byte[] packed) {
        if (packed.length > LARGEST) {
            return;
        }
        right.put(address, new Right(tag, nanoTime.getAsLong()));
        byte[] old = kept.put(tag, packed);
        bytes += packed.length - (old == null ? 0 : old.length);
        var oldest = kept.values().iterator();
        while (bytes > MOST_BYTES) {
            bytes -= oldest.next().length;
            oldest.remove();
        }
    }

    private static byte[] packed(byte[] body) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(body.length / 4 + 64);
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(body);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }
}
