package io.streamgauge.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.web.guard.Access;
import io.streamgauge.web.guard.Certificates;
import io.streamgauge.web.guard.Tls;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HttpsTest {

    @TempDir
    Path folder;

    @Test
    void pagesComeEncrypted() throws Exception {
        Certificates.Pair pair = Certificates.make(folder, "server", "EC");
        Access access = new Access(Optional.empty(), Optional.of(Tls.read(pair.certificate(), pair.key())), List.of());
        try (WebServer server = WebServer.start(WebSettings.loopback(0).with(access), new FakeAnalytics())) {
            assertThat(server.url().getScheme()).isEqualTo("https");
            HttpClient client =
                    HttpClient.newBuilder().sslContext(trusting(pair)).build();
            HttpRequest request = HttpRequest.newBuilder(server.url()).build();

            HttpResponse<String> page = client.send(request, HttpResponse.BodyHandlers.ofString());

            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("<!DOCTYPE html>");
            assertThat(page.sslSession().orElseThrow().getProtocol()).isEqualTo("TLSv1.3");
            assertThat(Visitor.header(page, "Server")).isEmpty();
        }
    }

    private static SSLContext trusting(Certificates.Pair pair) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", pair.trusted());
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }
}
