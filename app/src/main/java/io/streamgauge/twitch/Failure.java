package io.streamgauge.twitch;

/** What a call came to that did not bring what was asked for. */
sealed interface Failure {

    /** For people: what came back. */
    String words();

    /** No answer, or one that broke off. */
    record Unreachable(String words) implements Failure {}

    /**
     * Another status than 200.
     *
     * @param summary the status and what the answer says about itself
     */
    record Refused(Answer answer, String summary) implements Failure {

        @Override
        public String words() {
            return "Twitch answered " + summary;
        }
    }

    /** Status 200 with a body that is not what was asked for. */
    record Unreadable(Answer answer, BodyException cause) implements Failure {

        @Override
        public String words() {
            return "Twitch answered " + answer.status() + " with a body that " + cause.getMessage();
        }
    }
}
