package io.streamgauge.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/** Answers as they were sent, compressed, those that were asked for last: what is asked again costs no work. */
final class Bodies {

    private static final int MOST_BYTES = 48 << 20;
    private static final int LARGEST = 2 << 20;

    private final Map<String, byte[]> kept = new LinkedHashMap<>(64, 0.75f, true);
    private long bytes;

    /** @param tag what tells answers apart; it changes whenever the answer may */
    synchronized Optional<byte[]> find(String tag) {
        return Optional.ofNullable(kept.get(tag));
    }

    /** The body compressed, from now on to be found under the tag. */
    byte[] keep(String tag, byte[] body) {
        byte[] packed = packed(body);
        if (packed.length <= LARGEST) {
            put(tag, packed);
        }
        return packed;
    }

    private synchronized void put(String tag, byte[] packed) {
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
