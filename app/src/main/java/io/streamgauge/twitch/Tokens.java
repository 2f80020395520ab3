package io.streamgauge.twitch;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

/** The app token in use: kept over restarts, renewed before its end or when it is refused, by one thread at a time. */
final class Tokens {

    /** The token service states no limit. */
    private static final Duration PAUSE_AT_LIMIT = Duration.ofSeconds(30);

    private final TokenService service;
    private final TokenFile file;
    private final Caller caller;
    private final Secrets secrets;
    private final Backoff backoff;
    private final Clock clock;
    private final Waiter waiter;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile int failures;
    private TwitchException lastFailure;
    private AppToken token;

    Tokens(
            TokenService service,
            TokenFile file,
            Caller caller,
            Secrets secrets,
            Backoff backoff,
            Clock clock,
            Waiter waiter) {
        this.service = service;
        this.file = file;
        this.caller = caller;
        this.secrets = secrets;
        this.backoff = backoff;
        this.clock = clock;
        this.waiter = waiter;
    }

    AppToken current() throws InterruptedException {
        int failuresBefore = failures;
        lock.lockInterruptibly();
        try {
            if (token == null) {
                file.read().ifPresent(this::use);
            }
            if (token == null || token.isDue(clock.instant())) {
                renew(failuresBefore);
            }
            return token;
        } finally {
            lock.unlock();
        }
    }

    /** Another token than the one that was refused. */
    AppToken insteadOf(AppToken refused) throws InterruptedException {
        int failuresBefore = failures;
        lock.lockInterruptibly();
        try {
            if (token == null || token.value().equals(refused.value())) {
                renew(failuresBefore);
            }
            return token;
        } finally {
            lock.unlock();
        }
    }

    /** Fetches a token; who waited while another failed at that fails with it instead of asking all over again. */
    private void renew(int failuresBefore) throws InterruptedException {
        if (failures != failuresBefore) {
            throw lastFailure;
        }
        try {
            fetch();
        } catch (TwitchException e) {
            lastFailure = e;
            failures++;
            throw e;
        }
    }

    private void fetch() throws InterruptedException {
        Retries retries = new Retries(backoff);
        while (true) {
            Tried<AppToken> tried = caller.once(service, service.request().build());
            if (tried instanceof Tried.Done<AppToken> done) {
                use(done.value());
                file.write(token);
                return;
            }
            Failure failure = ((Tried.Failed<AppToken>) tried).failure();
            Retries.Step step = retries.after(failure, service.hasCursor());
            if (step instanceof Retries.Step.TryAfter again) {
                waiter.await(again.pause());
            } else if (step instanceof Retries.Step.TryWhenAllowed) {
                waiter.await(PAUSE_AT_LIMIT);
            } else {
                throw refusal(failure, retries.tries());
            }
            caller.sayTryingAgain(service, failure);
        }
    }

    private void use(AppToken other) {
        secrets.add(other.value());
        token = other;
    }

    private TwitchException refusal(Failure failure, int tries) {
        if (failure instanceof Failure.Refused refused) {
            int status = refused.answer().status();
            if (status == 400) {
                return caller.credentials(
                        status, "Twitch refused the client id (" + refused.summary() + "): check TWITCH_CLIENT_ID");
            }
            if (status == 401 || status == 403) {
                return caller.credentials(
                        status,
                        "Twitch refused the client secret (" + refused.summary() + "): check TWITCH_CLIENT_SECRET");
            }
        }
        return caller.givenUp(service, failure, tries);
    }
}
