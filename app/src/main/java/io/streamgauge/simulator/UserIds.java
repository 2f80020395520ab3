package io.streamgauge.simulator;

import java.util.OptionalInt;

/** User ids of six to ten digits: few old short ones, many of nine digits. */
final class UserIds {
    private static final double[] SHARES = {0.01, 0.05, 0.25, 0.75, 1};
    private static final long[] BOUNDS = {200_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 1_500_000_000};

    private final int size;
    private final int[] ends = new int[SHARES.length];

    UserIds(int size) {
        this.size = size;
        for (int tier = 0; tier < ends.length; tier++) {
            ends[tier] = (int) (SHARES[tier] * size);
        }
        ends[ends.length - 1] = size;
    }

    /** @param number one of 0..size-1 */
    long of(int number) {
        int tier = 0;
        while (number >= ends[tier]) {
            tier++;
        }
        long stride = stride(tier);
        return BOUNDS[tier] + (number - start(tier)) * stride + Hash.below((int) stride, number, 0);
    }

    OptionalInt numberOf(long userId) {
        for (int tier = 0; tier < ends.length; tier++) {
            if (userId >= BOUNDS[tier] && userId < BOUNDS[tier + 1] && ends[tier] > start(tier)) {
                long number = start(tier) + (userId - BOUNDS[tier]) / stride(tier);
                boolean taken = number < Math.min(ends[tier], size) && of((int) number) == userId;
                return taken ? OptionalInt.of((int) number) : OptionalInt.empty();
            }
        }
        return OptionalInt.empty();
    }

    private int start(int tier) {
        return tier == 0 ? 0 : ends[tier - 1];
    }

    private long stride(int tier) {
        return (BOUNDS[tier + 1] - BOUNDS[tier]) / (ends[tier] - start(tier));
    }
}
