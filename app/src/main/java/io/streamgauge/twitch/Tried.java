package io.streamgauge.twitch;

/** What came of one try. */
sealed interface Tried<T> {

    record Done<T>(T value, Answer answer) implements Tried<T> {}

    record Failed<T>(Failure failure) implements Tried<T> {}
}
