package io.streamgauge.web.guard;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.UUID;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** A certificate and its key, for HTTPS. */
public final class Tls {

    private final KeyStore store;
    private final String password;

    private Tls(KeyStore store, String password) {
        this.store = store;
        this.password = password;
    }

    /**
     * Reads both files and makes sure that they can be used.
     *
     * @param certificate PEM: the server's certificate first, then those that signed it
     * @param key PEM: its key as PKCS#8, RSA or elliptic curve, without a password
     * @throws UnusableTlsException where one of them cannot be used, or they do not belong together
     */
    public static Tls read(Path certificate, Path key) {
        List<X509Certificate> chain = Pem.certificates(certificate);
        X509Certificate own = chain.get(0);
        PrivateKey secret = Pem.key(key, own.getPublicKey().getAlgorithm());
        Pem.requirePair(own, certificate, secret, key);
        try {
            String password = UUID.randomUUID().toString();
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("server", secret, password.toCharArray(), chain.toArray(X509Certificate[]::new));
            return new Tls(store, password);
        } catch (GeneralSecurityException | IOException e) {
            throw new UnusableTlsException(
                    "Java cannot use " + certificate + " with " + key + ": " + e.getMessage(), e);
        }
    }

    /** TLS 1.2 and newer. */
    public SslContextFactory.Server contexts() {
        SslContextFactory.Server contexts = new SslContextFactory.Server();
        contexts.setKeyStore(store);
        contexts.setKeyStorePassword(password);
        contexts.setKeyManagerPassword(password);
        contexts.setIncludeProtocols("TLSv1.3", "TLSv1.2");
        return contexts;
    }
}
