package io.streamgauge.cli;

import java.util.Locale;

/**
 * What the doctor found about one thing.
 *
 * @param mend how to mend it, empty where nothing is wrong
 */
record Check(String name, State state, String found, String mend) {

    enum State {
        OK,
        WARN,
        FAIL
    }

    static Check ok(String name, String found) {
        return new Check(name, State.OK, found, "");
    }

    static Check warn(String name, String found, String mend) {
        return new Check(name, State.WARN, found, mend);
    }

    static Check fail(String name, String found, String mend) {
        return new Check(name, State.FAIL, found, mend);
    }

    boolean isFailed() {
        return state == State.FAIL;
    }

    String line() {
        String mended = mend.isEmpty() ? "" : " - " + mend;
        return String.format("%-4s  %-14s %s%s", state.name().toLowerCase(Locale.ROOT), name, found, mended);
    }
}
