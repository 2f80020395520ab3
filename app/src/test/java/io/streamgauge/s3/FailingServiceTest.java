package io.streamgauge.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said where a lake in S3 cannot be used, by what services answer. */
final class FailingServiceTest {

    private static final S3Settings.Times SHORT = new S3Settings.Times(
            Duration.ofSeconds(1), Duration.ofMillis(300), Duration.ofSeconds(20), Duration.ofSeconds(20), 3);

    @TempDir
    Path folder;

    @BeforeAll
    static void credentials() {
        System.setProperty("aws.accessKeyId", S3Proxy.KEY_ID);
        System.setProperty("aws.secretAccessKey", S3Proxy.SECRET);
    }

    @Test
    void namesKeyPlaceAndWhatIsWrong() throws IOException {
        assertThat(said(404, "NoSuchBucket")).isEqualTo("there is no bucket 'lakes'");
        assertThat(said(403, "AccessDenied"))
                .isEqualTo(
                        "access is denied (403 AccessDenied); needed are s3:ListBucket on the bucket, and s3:GetObject,"
                                + " s3:PutObject and s3:DeleteObject on the objects");
        assertThat(said(403, "InvalidAccessKeyId")).isEqualTo("the credentials are not accepted (InvalidAccessKeyId)");
        assertThat(said(400, "ExpiredToken")).isEqualTo("the credentials have expired (ExpiredToken)");
        assertThat(said(301, "PermanentRedirect"))
                .isEqualTo("the bucket lies in another region than asked (PermanentRedirect): set AWS_REGION to"
                        + " eu-central-1");
        assertThat(said(500, "InternalError")).isEqualTo("the service answered 500 InternalError to 3 tries");
    }

    @Test
    void saysThatNobodyAnswers() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        assertThat(failure(port)).endsWith("the service cannot be reached (ConnectException Connection refused)");
        try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            assertThat(failure(silent.getLocalPort()))
                    .containsAnyOf(
                            "the service cannot be reached (SocketTimeoutException Read timed out)",
                            "the service did not answer in time");
        }
    }

    private String said(int status, String code) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = ("<?xml version=\"1.0\"?><Error><Code>" + code + "</Code><Message>No " + S3Proxy.SECRET
                            + "</Message></Error>")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("x-amz-bucket-region", "eu-central-1");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            String place =
                    "s3://lakes/a at http://127.0.0.1:" + server.getAddress().getPort();
            String message = failure(server.getAddress().getPort());
            assertThat(message).startsWith("Cannot read ledger/current.json in " + place + ": ");
            return message.substring(message.indexOf(": ", message.indexOf(place) + place.length()) + 2);
        } finally {
            server.stop(0);
        }
    }

    private String failure(int port) {
        S3Settings settings = new S3Settings(
                S3Address.parse("s3://lakes/a"),
                Optional.of(URI.create("http://127.0.0.1:" + port)),
                folder,
                S3Settings.USUAL_CACHE,
                SHORT);
        try (S3Store store = S3Store.open(settings, Clock.systemUTC())) {
            String message =
                    catchThrowable(() -> store.read("ledger/current.json")).getMessage();
            assertThat(message).doesNotContain(S3Proxy.SECRET, S3Proxy.KEY_ID);
            return message;
        }
    }
}
