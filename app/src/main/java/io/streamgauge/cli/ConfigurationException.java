package io.streamgauge.cli;

/** The configuration names what is not known or cannot be; the message says what, where, and what was expected. */
final class ConfigurationException extends CommandException {

    private static final long serialVersionUID = 1L;

    ConfigurationException(String message) {
        super(message);
    }
}
