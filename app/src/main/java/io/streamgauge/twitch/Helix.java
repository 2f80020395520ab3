package io.streamgauge.twitch;

import java.net.http.HttpRequest;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Calls Helix: with a token, within the limit, and again where that may help. */
final class Helix {

    private final String clientId;
    private final Caller caller;
    private final Tokens tokens;
    private final RateLimiter limiter;
    private final Backoff backoff;
    private final Waiter waiter;
    private final Map<String, Integer> calls = new ConcurrentHashMap<>();

    Helix(String clientId, Caller caller, Tokens tokens, RateLimiter limiter, Backoff backoff, Waiter waiter) {
        this.clientId = clientId;
        this.caller = caller;
        this.tokens = tokens;
        this.limiter = limiter;
        this.backoff = backoff;
        this.waiter = waiter;
    }

    TwitchUsage usage() {
        return new TwitchUsage(calls, limiter.throttled());
    }

    <T> T call(Exchange<T> exchange) throws InterruptedException {
        Retries retries = new Retries(backoff, limiter::refusalsInARow);
        AppToken token = tokens.current();
        Failure failure = null;
        while (true) {
            Turn.Permit permit = limiter.acquire();
            if (retries.isHopeless()) {
                limiter.unanswered();
                throw givenUp(exchange, failure, retries.tries());
            }
            Tried<T> tried = tryOnce(exchange, token, permit);
            if (tried instanceof Tried.Done<T> done) {
                return done.value();
            }
            failure = ((Tried.Failed<T>) tried).failure();
            Retries.Step step = retries.after(failure, exchange.hasCursor());
            if (step instanceof Retries.Step.GiveUp) {
                throw givenUp(exchange, failure, retries.tries());
            }
            caller.sayTryingAgain(exchange, failure);
            if (step instanceof Retries.Step.RenewToken) {
                token = tokens.insteadOf(token);
            } else if (step instanceof Retries.Step.TryAfter again) {
                waiter.await(again.pause());
            }
        }
    }

    private <T> Tried<T> tryOnce(Exchange<T> exchange, AppToken token, Turn.Permit permit) throws InterruptedException {
        Answer answer = null;
        try {
            HttpRequest request = exchange.request()
                    .header("Authorization", "Bearer " + token.value())
                    .header("Client-Id", clientId)
                    .build();
            Tried<T> tried = caller.once(exchange, request);
            answer = answer(tried);
            count(tried);
            return tried;
        } finally {
            if (answer == null) {
                limiter.unanswered();
            } else {
                limiter.answered(permit, answer);
            }
        }
    }

    private static Answer answer(Tried<?> tried) {
        if (tried instanceof Tried.Done<?> done) {
            return done.answer();
        }
        Failure failure = ((Tried.Failed<?>) tried).failure();
        if (failure instanceof Failure.Refused refused) {
            return refused.answer();
        }
        return failure instanceof Failure.Unreadable unreadable ? unreadable.answer() : null;
    }

    private void count(Tried<?> tried) {
        Answer answer = answer(tried);
        String outcome = answer == null
                ? "unreachable"
                : answer.isOk() && tried instanceof Tried.Failed<?> ? "unreadable" : String.valueOf(answer.status());
        calls.merge(outcome, 1, Integer::sum);
    }

    private TwitchException givenUp(Exchange<?> exchange, Failure failure, int tries) {
        if (failure instanceof Failure.Refused refused && refused.answer().status() == 401) {
            return caller.credentials(
                    401,
                    "Twitch refused a token that it had just given ("
                            + refused.summary()
                            + "): check that TWITCH_API_URL and TWITCH_AUTH_URL belong together");
        }
        return caller.givenUp(exchange, failure, tries);
    }
}
