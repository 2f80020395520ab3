package io.streamgauge.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The handler on a clock that an event may set, by its {@code now}: so that tests have slots of their own. */
public final class ClockedHandler implements RequestStreamHandler {

    private final SetClock clock = new SetClock();
    private final CollectHandler handler =
            new CollectHandler(System.getenv(), clock, Path.of(System.getProperty("java.io.tmpdir"), "streamgauge"));

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        byte[] bytes = event.readAllBytes();
        JsonNode now = JsonMapper.shared().readTree(bytes).path("now");
        if (now.isString()) {
            clock.set(Instant.parse(now.asString()));
        }
        handler.handleRequest(new ByteArrayInputStream(bytes), answer, context);
    }

    private static final class SetClock extends Clock {

        private volatile Duration ahead = Duration.ZERO;

        void set(Instant now) {
            ahead = Duration.between(Instant.now(), now);
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(ahead);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
