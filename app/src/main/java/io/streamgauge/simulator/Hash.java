package io.streamgauge.simulator;

/** Counter-based randomness (splitmix64): a value depends on its key alone, never on what was asked before. */
final class Hash {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private Hash() {}

    static long of(long key, long counter) {
        return mix(mix(key) + GOLDEN * (counter + 1));
    }

    static long mix(long value) {
        long mixed = value + GOLDEN;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    /** In [0, 1). */
    static double unit(long hash) {
        return (hash >>> 11) * 0x1p-53;
    }

    static double unit(long key, long counter) {
        return unit(of(key, counter));
    }

    /** In [0, bound). */
    static int below(int bound, long hash) {
        return (int) (((hash >>> 32) * bound) >>> 32);
    }

    static int below(int bound, long key, long counter) {
        return below(bound, of(key, counter));
    }

    static <T> T pick(T[] choices, long key, long counter) {
        return choices[below(choices.length, key, counter)];
    }

    /** A smooth curve through random points one unit apart, in (-1, 1). */
    static double wave(long key, double position) {
        long knot = (long) Math.floor(position);
        double fraction = position - knot;
        double from = unit(key, knot) * 2 - 1;
        double to = unit(key, knot + 1) * 2 - 1;
        return from + (to - from) * fraction * fraction * (3 - 2 * fraction);
    }
}
