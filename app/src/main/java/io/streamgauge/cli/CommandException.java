package io.streamgauge.cli;

/** A command cannot do what was asked; the message is the sentence that people read. */
class CommandException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CommandException(String message) {
        super(message);
    }

    CommandException(String message, Throwable cause) {
        super(message, cause);
    }
}
