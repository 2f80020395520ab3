package io.streamgauge.twitch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;

/** Sends one request and brings its whole answer, or says why there is none. */
final class Transport {

    private static final String USER_AGENT = "Streamgauge";

    private final HttpClient http;
    private final Clock clock;
    private final Duration connectTimeout;
    private final Duration requestTimeout;
    private final Optional<Pace> pace;
    private volatile Duration clockAhead;

    Transport(TwitchSettings settings, Clock clock) {
        this(settings, clock, Optional.empty());
    }

    /** @param pace what keeps calls apart, where nothing else does */
    Transport(TwitchSettings settings, Clock clock, Optional<Pace> pace) {
        this.pace = pace;
        this.clock = clock;
        this.connectTimeout = settings.connectTimeout();
        this.requestTimeout = settings.requestTimeout();
        this.http = HttpClient.newBuilder()
                .connectTimeout(connectTimeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** No answer came, or not all of it; the message says why. */
    static final class NoAnswerException extends Exception {

        private static final long serialVersionUID = 1L;

        NoAnswerException(String message) {
            super(message);
        }
    }

    static HttpRequest.Builder request(URI uri) {
        boolean encrypted = "https".equals(uri.getScheme());
        return HttpRequest.newBuilder(uri)
                .version(encrypted ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1)
                .header("User-Agent", USER_AGENT)
                .header("Accept", "application/json")
                .header("Accept-Encoding", "gzip");
    }

    Answer send(HttpRequest request) throws NoAnswerException, InterruptedException {
        if (pace.isEmpty()) {
            return sendNow(request);
        }
        pace.get().begin();
        try {
            return sendNow(request);
        } finally {
            pace.get().end();
        }
    }

    private Answer sendNow(HttpRequest request) throws NoAnswerException, InterruptedException {
        // HttpRequest.timeout would end with the headers; a body that stalls must end too
        CompletableFuture<HttpResponse<byte[]>> answer = http.sendAsync(request, BodyHandlers.ofByteArray());
        try {
            HttpResponse<byte[]> response = answer.get(requestTimeout.toNanos(), TimeUnit.NANOSECONDS);
            Instant receivedAt = clock.instant();
            compareClocks(response, receivedAt);
            return new Answer(response.statusCode(), response.headers(), decoded(response), receivedAt);
        } catch (ExecutionException e) {
            throw new NoAnswerException(reason(e.getCause()));
        } catch (IOException e) {
            throw new NoAnswerException("its compressed body broke off (" + e.getMessage() + ")");
        } catch (TimeoutException e) {
            throw new NoAnswerException("no answer within " + seconds(requestTimeout));
        } finally {
            answer.cancel(true);
        }
    }

    /** How far this clock is ahead of that of the service, by its newest answer that told the time. */
    Optional<Duration> clockAhead() {
        return Optional.ofNullable(clockAhead);
    }

    private void compareClocks(HttpResponse<?> response, Instant receivedAt) {
        try {
            response.headers()
                    .firstValue("Date")
                    .map(date -> DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from))
                    .ifPresent(date -> clockAhead = Duration.between(date, receivedAt));
        } catch (DateTimeException e) {
            // a service that tells no time is no failure of the call
        }
    }

    private static byte[] decoded(HttpResponse<byte[]> response) throws IOException {
        boolean compressed = response.headers()
                .firstValue("Content-Encoding")
                .filter("gzip"::equalsIgnoreCase)
                .isPresent();
        if (!compressed || response.body().length == 0) {
            return response.body();
        }
        try (GZIPInputStream unzipped = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
            return unzipped.readAllBytes();
        }
    }

    private String reason(Throwable cause) {
        if (cause instanceof HttpConnectTimeoutException) {
            return "no connection within " + seconds(connectTimeout);
        }
        if (cause instanceof HttpTimeoutException) {
            return "no answer within " + seconds(requestTimeout);
        }
        for (Throwable each = cause; each != null; each = each.getCause()) {
            if (each instanceof UnresolvedAddressException) {
                return "its host name is unknown";
            }
        }
        if (cause instanceof ConnectException) {
            return "the connection was refused";
        }
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }

    private static String seconds(Duration time) {
        return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }
}
