package io.streamgauge.simulator;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Lets calls through to Helix that have a token and points left. */
final class HelixGate {
    private final Tokens tokens;
    private final RateLimit limit;
    private final Clock clock;
    private final Faults faults;
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

    HelixGate(Tokens tokens, RateLimit limit, Clock clock, Faults faults) {
        this.tokens = tokens;
        this.limit = limit;
        this.clock = clock;
        this.faults = faults;
    }

    Endpoint before(Endpoint endpoint) {
        return call -> {
            // Without a limit a call can be refused nonetheless, from a bucket that is full each time.
            Bucket bucket = limit.isOff()
                    ? new Bucket(RateLimit.TWITCH, clock)
                    : buckets.computeIfAbsent(call.header("Client-Id").orElse(""), id -> new Bucket(limit, clock));
            Optional<Bucket.Level> refused = refused(bucket, call);
            if (refused.isPresent()) {
                return tooMany(refused.get());
            }
            return limit.isOff() ? answer(call, endpoint) : taken(bucket, call, endpoint);
        };
    }

    private Optional<Bucket.Level> refused(Bucket bucket, Call call) {
        if (faults.strikes(Fault.RATE_429_EMPTY, call)) {
            return Optional.of(bucket.drain());
        }
        Bucket.Level level = bucket.level();
        return level.remaining() > 0 && faults.strikes(Fault.RATE_429_POINTS_LEFT, call)
                ? Optional.of(level)
                : Optional.empty();
    }

    private Reply taken(Bucket bucket, Call call, Endpoint endpoint) {
        Bucket.Drop drop = bucket.take(faults.share(Fault.SLOW_REFILL) > 0);
        if (drop.taken()) {
            return answer(call, endpoint).with(drop.level().headers());
        }
        if (drop.level().remaining() > 0) {
            faults.count(Fault.SLOW_REFILL);
        }
        return tooMany(drop.level());
    }

    private static Reply tooMany(Bucket.Level level) {
        return Reply.helixError(new Refusal(429, "Request limit exceeded")).with(level.headers());
    }

    private Reply answer(Call call, Endpoint endpoint) {
        try {
            String value = call.token("Bearer").orElseThrow(() -> new Refusal(401, "OAuth token is missing"));
            Tokens.Token token = tokens.valid(value).orElseThrow(() -> new Refusal(401, "Invalid OAuth token"));
            if (!call.header("Client-Id").orElse("").equals(token.clientId())) {
                throw new Refusal(401, "Client ID and OAuth token do not match");
            }
            if (faults.strikes(Fault.TOKEN_REVOKED, call)) {
                tokens.revoke(token);
                throw new Refusal(401, "Invalid OAuth token");
            }
            return faults.strikes(Fault.EMPTY_500, call)
                    ? new Reply(500, Map.of(), new byte[0])
                    : endpoint.answer(call);
        } catch (Refusal refusal) {
            return Reply.helixError(refusal);
        }
    }
}
