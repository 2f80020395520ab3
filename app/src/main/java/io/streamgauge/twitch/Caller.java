package io.streamgauge.twitch;

import java.net.http.HttpRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tries an exchange once, and words what becomes of several tries. */
final class Caller {

    private static final Logger LOG = LoggerFactory.getLogger(Caller.class);

    private final Transport transport;
    private final Secrets secrets;
    private final Until until;

    Caller(Transport transport, Secrets secrets, Until until) {
        this.transport = transport;
        this.secrets = secrets;
        this.until = until;
    }

    /** @throws TwitchException where there is no time left for it */
    <T> Tried<T> once(Exchange<T> exchange, HttpRequest request) throws InterruptedException {
        until.requireLeft();
        Answer answer;
        try {
            answer = transport.send(request);
        } catch (Transport.NoAnswerException e) {
            return new Tried.Failed<>(new Failure.Unreachable(e.getMessage()));
        }
        if (!answer.isOk()) {
            return new Tried.Failed<>(new Failure.Refused(answer, answer.summary(secrets)));
        }
        try {
            return new Tried.Done<>(exchange.read(answer), answer);
        } catch (BodyException e) {
            return new Tried.Failed<>(new Failure.Unreadable(answer, e));
        }
    }

    void sayTryingAgain(Exchange<?> exchange, Failure failure) {
        LOG.debug("{} failed, trying again: {}", exchange.name(), secrets.hide(failure.words()));
    }

    /** The exception for a call that is given up. */
    TwitchException givenUp(Exchange<?> exchange, Failure failure, int tries) {
        String many = tries == 1 ? "" : " after " + tries + " tries";
        if (failure instanceof Failure.Unreachable) {
            String message = "Twitch cannot be reached at " + exchange.uri() + many + ": " + failure.words();
            return exception(TwitchException.Kind.UNREACHABLE, 0, message);
        }
        String message = exchange.name() + " failed" + many + ": " + failure.words();
        if (failure instanceof Failure.Refused refused) {
            int status = refused.answer().status();
            return exception(
                    status == 429 ? TwitchException.Kind.RATE_LIMITED : TwitchException.Kind.REFUSED, status, message);
        }
        return exception(TwitchException.Kind.UNREADABLE, 200, message);
    }

    TwitchException credentials(int status, String message) {
        return exception(TwitchException.Kind.CREDENTIALS, status, message);
    }

    private TwitchException exception(TwitchException.Kind kind, int status, String message) {
        return new TwitchException(kind, status, secrets.hide(message));
    }
}
