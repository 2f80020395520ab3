package io.streamgauge.simulator;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** Lets calls through to IGDB that have a token, at most four within any second and eight at once; no answer tells of it. */
final class IgdbGate {
    static final int A_SECOND = 4;
    static final int AT_ONCE = 8;

    private static final JsonMapper JSON = new JsonMapper();

    private final Tokens tokens;
    private final Clock clock;
    private final OpenCalls open;
    private final Deque<Long> lastSecond = new ArrayDeque<>();
    private final Map<Integer, Integer> byStatus = new TreeMap<>();

    IgdbGate(Tokens tokens, Clock clock, OpenCalls open) {
        this.tokens = tokens;
        this.clock = clock;
        this.open = open;
    }

    Endpoint before(Endpoint endpoint) {
        return call -> {
            Reply reply = answer(call, endpoint);
            synchronized (byStatus) {
                byStatus.merge(reply.status(), 1, Integer::sum);
            }
            return reply;
        };
    }

    Map<Integer, Integer> calls() {
        synchronized (byStatus) {
            return new TreeMap<>(byStatus);
        }
    }

    private Reply answer(Call call, Endpoint endpoint) {
        try {
            if (open.now() > AT_ONCE || !isInTime()) {
                return error(429, Map.of("message", "Too Many Requests"));
            }
            String value = call.token("Bearer").orElse("");
            boolean isValid = tokens.valid(value)
                    .filter(token ->
                            token.clientId().equals(call.header("Client-ID").orElse("")))
                    .isPresent();
            return isValid ? endpoint.answer(call) : unauthorized();
        } catch (Refusal refusal) {
            Map<String, Object> error = new LinkedHashMap<>();
            error.put("title", refusal.getMessage());
            error.put("status", refusal.status());
            error.put("cause", refusal.getMessage());
            return new Reply(refusal.status(), Map.of(), JSON.writeValueAsBytes(List.of(error)));
        }
    }

    private synchronized boolean isInTime() {
        long now = clock.millis();
        while (!lastSecond.isEmpty() && lastSecond.peekFirst() <= now - 1000) {
            lastSecond.removeFirst();
        }
        if (lastSecond.size() >= A_SECOND) {
            return false;
        }
        lastSecond.addLast(now);
        return true;
    }

    private static Reply unauthorized() {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("message", "Authorization Failure. Have you tried:");
        error.put("Tip 1", "Ensure you are sending Authorization and Client-ID as headers.");
        error.put("Tip 2", "Ensure Authorization value starts with 'Bearer ', including the space");
        return error(401, error);
    }

    private static Reply error(int status, Map<String, ?> body) {
        return new Reply(status, Map.of(), JSON.writeValueAsBytes(body));
    }
}
