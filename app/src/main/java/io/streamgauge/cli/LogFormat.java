package io.streamgauge.cli;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import net.logstash.logback.encoder.LogstashEncoder;
import org.slf4j.LoggerFactory;

/** How the log looks. */
enum LogFormat {
    /** A line for people, as the program's own configuration of the log says. */
    TEXT,
    /** An object on each line: {@code @timestamp}, {@code level}, {@code message}, and what else an entry tells. */
    JSON;

    static Optional<LogFormat> named(String text) {
        return Arrays.stream(values())
                .filter(format -> format.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst();
    }

    /** Writes the log of this process so from now on, with the environment's name; it begins as text. */
    void use(String environment) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            use(context, environment);
        }
    }

    void use(LoggerContext context, String environment) {
        Iterator<Appender<ILoggingEvent>> appenders =
                context.getLogger(Logger.ROOT_LOGGER_NAME).iteratorForAppenders();
        while (appenders.hasNext()) {
            if (appenders.next() instanceof OutputStreamAppender<ILoggingEvent> appender) {
                switch (this) {
                    case TEXT -> name(appender.getEncoder(), environment);
                    case JSON -> appender.setEncoder(json(context, environment));
                }
            }
        }
    }

    /** In lines for people the usual environment is not worth a word. */
    private static void name(Encoder<ILoggingEvent> encoder, String environment) {
        if (encoder instanceof PatternLayoutEncoder lines && !environment.equals(Places.USUAL_ENVIRONMENT)) {
            String label = "[" + environment + "] ";
            if (!lines.getPattern().contains(label)) {
                lines.setPattern(lines.getPattern().replace("%msg", label + "%msg"));
                lines.stop();
                lines.start();
            }
        }
    }

    private static Encoder<ILoggingEvent> json(LoggerContext context, String environment) {
        LogstashEncoder encoder = new LogstashEncoder();
        encoder.setCustomFields("{\"environment\":\"" + environment + "\"}");
        encoder.setContext(context);
        encoder.setTimeZone("UTC");
        encoder.getFieldNames().setLevelValue(null);
        encoder.getFieldNames().setVersion(null);
        encoder.start();
        return encoder;
    }
}
