package io.streamgauge.web.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TlsTest {

    @TempDir
    static Path folder;

    private static Certificates.Pair rsa;
    private static Certificates.Pair curve;

    @BeforeAll
    static void make() {
        rsa = Certificates.make(folder, "rsa", "RSA");
        curve = Certificates.make(folder, "curve", "EC");
    }

    @Test
    void bothKindsOfKeysAreRead() {
        assertThat(Tls.read(rsa.certificate(), rsa.key()).contexts()).isNotNull();
        assertThat(Tls.read(curve.certificate(), curve.key()).contexts()).isNotNull();
    }

    @Test
    void aKeyOfAnotherCertificateIsRefused() {
        Path other = Certificates.make(folder, "other", "RSA").key();

        refused(rsa.certificate(), other, "Cannot use " + other + ": it is not the key of " + rsa.certificate());
        refused(
                rsa.certificate(),
                curve.key(),
                "Cannot use " + curve.key() + ": it holds no key of the certificate's kind, RSA");
    }

    @Test
    void filesThatAreNoneAreNamed() throws Exception {
        Path nowhere = folder.resolve("nowhere");
        Path text = Files.writeString(folder.resolve("text"), "hello");
        Path old = Files.writeString(
                folder.resolve("old"), "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----\n");

        refused(nowhere, rsa.key(), "There is no file " + nowhere);
        refused(rsa.certificate(), nowhere, "There is no file " + nowhere);
        refused(rsa.key(), rsa.key(), "Cannot use " + rsa.key() + ": ");
        refused(text, rsa.key(), "Cannot use " + text + ": ");
        refused(
                rsa.certificate(),
                old,
                "Cannot use " + old + ": expected a key without a password that starts with 'BEGIN PRIVATE KEY', found"
                        + " 'BEGIN RSA PRIVATE KEY'; 'openssl pkcs8 -topk8 -nodes -in OLD -out NEW' makes one of others");
    }

    @Test
    void anExpiredCertificateIsRefused() {
        Certificates.Pair expired = Certificates.make(folder, "expired", "EC", "-startdate", "-10d", "-validity", "5");

        refused(
                expired.certificate(),
                expired.key(),
                "Cannot use " + expired.certificate() + ": it is no valid certificate in PEM: NotAfter: ");
    }

    private static void refused(Path certificate, Path key, String start) {
        assertThatThrownBy(() -> Tls.read(certificate, key))
                .isInstanceOf(UnusableTlsException.class)
                .hasMessageStartingWith(start);
    }
}
