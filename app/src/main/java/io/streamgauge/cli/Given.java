package io.streamgauge.cli;

import java.util.function.Function;

/**
 * A configured value and where it stands.
 *
 * @param place for people: {@code in the environment}
 */
record Given(Variable variable, String text, String place) {

    /** The value as something else; {@code expected} ends the message where it cannot be that. */
    <T> T as(Function<String, T> type, String expected) {
        try {
            return type.apply(text);
        } catch (RuntimeException e) {
            throw refused(expected);
        }
    }

    ConfigurationException refused(String expected) {
        return new ConfigurationException(variable + " (" + place + ") is "
                + (variable.isSecret() ? "not usable" : "'" + text + "'") + ", expected " + expected);
    }

    @Override
    public String toString() {
        return variable + "=" + (variable.isSecret() ? "***" : text) + " (" + place + ")";
    }
}
