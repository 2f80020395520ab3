package io.streamgauge.simulator;

import java.math.BigInteger;

/** A way back and forth between 0..size-1 and the same numbers in another order. */
final class Shuffle {
    private final long size;
    private final long factor;
    private final long inverse;
    private final long offset;

    /** @param size at most 2^24 */
    Shuffle(int size, long key) {
        this.size = size;
        long candidate = size / 3 * 2 + Hash.below(Math.max(1, size / 4), key, 0);
        while (gcd(Math.max(1, candidate), size) != 1) {
            candidate++;
        }
        factor = Math.max(1, candidate) % size;
        inverse = size == 1
                ? 0
                : BigInteger.valueOf(factor)
                        .modInverse(BigInteger.valueOf(size))
                        .longValueExact();
        offset = Hash.below(size, key, 1);
    }

    int apply(int number) {
        return (int) ((number * factor + offset) % size);
    }

    int undo(int shuffled) {
        return (int) (Math.floorMod(shuffled - offset, size) * inverse % size);
    }

    private static long gcd(long left, long right) {
        return right == 0 ? left : gcd(right, left % right);
    }
}
