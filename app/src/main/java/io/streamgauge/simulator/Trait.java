package io.streamgauge.simulator;

/** What is drawn from a hash, one number for each, so that no two draws share their randomness. */
final class Trait {
    static final int HABIT = 1;
    static final int WEEK = 2;
    static final int WEEK_TURN = 3;
    static final int SIZE_CLASS = 4;
    static final int SIZE = 5;
    static final int HABITUAL_SECOND = 6;
    static final int HABITUAL_LENGTH = 7;
    static final int NAME = 8;
    static final int RENAME = 9;
    static final int MATURE = 10;
    static final int FAVOURITES = 20;

    static final int START = 101;
    static final int LENGTH = 102;
    static final int BREAK = 103;
    static final int BREAK_POINT = 104;
    static final int BREAK_LENGTH = 105;
    static final int TURNOUT = 106;
    static final int SLOW_WAVE = 107;
    static final int FAST_WAVE = 108;
    static final int SMALL_WAVE = 109;
    static final int ROUNDING = 110;
    static final int REFRESH = 111;
    static final int CHANGE = 112;
    static final int CHANGE_POINT = 113;
    static final int TIE_BREAK = 114;
    static final int FIRST_SCENE = 120;
    static final int SECOND_SCENE = 121;

    /** Days are counted on from here. */
    static final long DAYS = 1L << 20;

    private Trait() {}
}
