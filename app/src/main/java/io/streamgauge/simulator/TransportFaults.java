package io.streamgauge.simulator;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Faults of what lies between client and service, and of the token service. */
final class TransportFaults {
    private static final Reply UNAVAILABLE = new Reply(
            503,
            Map.of("Content-Type", "text/html; charset=utf-8"),
            "<!DOCTYPE html>\n<html><head><title>503 Service Unavailable</title></head>\n<body><h1>503</h1></body></html>\n"
                    .getBytes(StandardCharsets.UTF_8));

    private final Faults faults;
    private final Duration stall;

    TransportFaults(Faults faults, Duration stall) {
        this.faults = faults;
        this.stall = stall;
    }

    /** What is answered without asking the service. */
    Optional<Reply> instead(Call call) {
        boolean asksForToken = call.method().equals("POST") && call.path().equals("/oauth2/token");
        if (asksForToken && faults.strikes(Fault.TOKEN_SERVICE_DOWN, call)) {
            return Optional.of(Reply.tokenError(new Refusal(503, "service unavailable")));
        }
        return call.isToHelix() && faults.strikes(Fault.HTML_503, call) ? Optional.of(UNAVAILABLE) : Optional.empty();
    }

    Duration heldBack(Call call) {
        return call.isToHelix() && faults.strikes(Fault.STALL, call) ? stall : Duration.ZERO;
    }

    Reply changed(Reply reply, Call call) {
        boolean canBeCut = call.isToHelix() && reply.status() == 200 && reply.body().length > 1;
        if (canBeCut && faults.strikes(Fault.TRUNCATED_JSON, call)) {
            return new Reply(200, reply.headers(), Arrays.copyOf(reply.body(), reply.body().length / 2));
        }
        return reply;
    }

    boolean cutsConnection(Call call) {
        return call.isToHelix() && faults.strikes(Fault.CONNECTION_RESET, call);
    }
}
