package io.streamgauge.simulator;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Lets calls through to Helix that have a token and points left. */
final class HelixGate {
    private final Tokens tokens;
    private final RateLimit limit;
    private final Clock clock;
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

    HelixGate(Tokens tokens, RateLimit limit, Clock clock) {
        this.tokens = tokens;
        this.limit = limit;
        this.clock = clock;
    }

    Endpoint before(Endpoint endpoint) {
        return call -> {
            if (limit.isOff()) {
                return answer(call, endpoint);
            }
            String clientId = call.header("Client-Id").orElse("");
            Bucket.Drop drop = buckets.computeIfAbsent(clientId, id -> new Bucket(limit, clock))
                    .take();
            Reply reply = drop.taken()
                    ? answer(call, endpoint)
                    : Reply.helixError(new Refusal(429, "Request limit exceeded"));
            return reply.with(drop.headers());
        };
    }

    private Reply answer(Call call, Endpoint endpoint) {
        try {
            String value = call.token("Bearer").orElseThrow(() -> new Refusal(401, "OAuth token is missing"));
            Tokens.Token token = tokens.valid(value).orElseThrow(() -> new Refusal(401, "Invalid OAuth token"));
            if (!call.header("Client-Id").orElse("").equals(token.clientId())) {
                throw new Refusal(401, "Client ID and OAuth token do not match");
            }
            return endpoint.answer(call);
        } catch (Refusal refusal) {
            return Reply.helixError(refusal);
        }
    }
}
