package io.streamgauge.simulator;

/** A fault that happens now, with dice for how. */
record Strike(long dice) {

    int between(int least, int most) {
        return least + Hash.below(most - least + 1, dice);
    }
}
