package io.streamgauge.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.OutputStreamAppender;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class LogFormatTest {

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final LoggerContext context = new LoggerContext();

    @Test
    void jsonIsAnObjectOnEachLineWithWhatAnEntryTells() {
        Logger log = givenLog();

        LogFormat.JSON.use(context, "prod");
        log.atInfo().addKeyValue("status", 404).log("GET {} said \"no\"", "/x");
        log.error("It failed", new IllegalStateException("with\nreasons"));

        String[] lines = written.toString(StandardCharsets.UTF_8).split("\n");
        assertThat(lines).hasSize(2);
        JsonNode first = JsonMapper.shared().readTree(lines[0]);
        assertThat(first.propertyNames())
                .containsExactlyInAnyOrder(
                        "@timestamp", "message", "logger_name", "thread_name", "level", "status", "environment");
        assertThat(first.path("environment").asString()).isEqualTo("prod");
        assertThat(first.path("@timestamp").asString()).endsWith("Z");
        assertThat(first.path("message").asString()).isEqualTo("GET /x said \"no\"");
        assertThat(first.path("status").asInt()).isEqualTo(404);
        assertThat(JsonMapper.shared().readTree(lines[1]).path("stack_trace").asString())
                .startsWith("java.lang.IllegalStateException: with\nreasons");
    }

    @Test
    void linesNameAnyEnvironmentButTheUsualOne() {
        Logger log = givenLog();

        LogFormat.TEXT.use(context, "dev");
        log.info("one");
        LogFormat.TEXT.use(context, "prod");
        LogFormat.TEXT.use(context, "prod");
        log.info("two");

        assertThat(written.toString(StandardCharsets.UTF_8)).isEqualTo("one\n[prod] two\n");
    }

    @Test
    void anythingElseIsRefused() {
        assertThat(configuration("json").log()).isEqualTo(LogFormat.JSON);
        assertThat(configuration("text").log()).isEqualTo(LogFormat.TEXT);
        assertThatThrownBy(() -> configuration("xml"))
                .hasMessage("STREAMGAUGE_LOG (in the environment) is 'xml', expected text or json");
    }

    private static Configuration configuration(String format) {
        Sources sources = Sources.of(Map.of(), Map.of("STREAMGAUGE_LOG", format), Optional.empty());
        return Configuration.of(sources, Path.of("").toAbsolutePath());
    }

    private Logger givenLog() {
        PatternLayoutEncoder text = new PatternLayoutEncoder();
        text.setContext(context);
        text.setPattern("%msg%n");
        text.start();
        OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();
        appender.setContext(context);
        appender.setEncoder(text);
        appender.setOutputStream(written);
        appender.start();
        context.setMDCAdapter(new LogbackMDCAdapter());
        Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.addAppender(appender);
        return root;
    }
}
