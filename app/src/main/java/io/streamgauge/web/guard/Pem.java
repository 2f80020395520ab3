package io.streamgauge.web.guard;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads certificates and keys as they come from those who issue them. */
final class Pem {

    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([^-]*)-----END \\1-----", Pattern.DOTALL);
    private static final String PKCS8 = "PRIVATE KEY";
    private static final Map<String, String> SIGNATURES = Map.of("RSA", "SHA256withRSA", "EC", "SHA256withECDSA");

    private Pem() {}

    static List<X509Certificate> certificates(Path file) {
        try (InputStream content = Files.newInputStream(file)) {
            List<X509Certificate> chain = CertificateFactory.getInstance("X.509").generateCertificates(content).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
            if (chain.isEmpty()) {
                throw unusable(file, "there is no certificate in it", null);
            }
            chain.get(0).checkValidity();
            return chain;
        } catch (IOException e) {
            throw unreadable(file, e);
        } catch (CertificateException e) {
            throw unusable(file, "it is no valid certificate in PEM: " + e.getMessage(), e);
        }
    }

    /** @param algorithm of the certificate's key */
    static PrivateKey key(Path file, String algorithm) {
        String text;
        try {
            text = Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
        Matcher block = BLOCK.matcher(text);
        String found = "none";
        while (block.find()) {
            if (block.group(1).equals(PKCS8)) {
                return key(file, algorithm, block.group(2));
            }
            found = "'BEGIN " + block.group(1) + "'";
        }
        throw unusable(
                file,
                "expected a key without a password that starts with 'BEGIN " + PKCS8 + "', found " + found
                        + "; 'openssl pkcs8 -topk8 -nodes -in OLD -out NEW' makes one of others",
                null);
    }

    private static PrivateKey key(Path file, String algorithm, String content) {
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(content);
            return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(bytes));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw unusable(file, "it holds no key of the certificate's kind, " + algorithm, e);
        }
    }

    /** Makes sure that the key is the certificate's, by signing something. */
    static void requirePair(X509Certificate certificate, Path certificateFile, PrivateKey key, Path keyFile) {
        String algorithm = certificate.getPublicKey().getAlgorithm();
        if (!SIGNATURES.containsKey(algorithm)) {
            throw unusable(certificateFile, "expected a key of kind RSA or EC, found " + algorithm, null);
        }
        try {
            byte[] text = "Streamgauge".getBytes(StandardCharsets.US_ASCII);
            Signature signature = Signature.getInstance(SIGNATURES.get(algorithm));
            signature.initSign(key);
            signature.update(text);
            byte[] signed = signature.sign();
            signature.initVerify(certificate.getPublicKey());
            signature.update(text);
            if (!signature.verify(signed)) {
                throw unusable(keyFile, "it is not the key of " + certificateFile, null);
            }
        } catch (GeneralSecurityException e) {
            throw unusable(keyFile, "it does not fit " + certificateFile, e);
        }
    }

    private static UnusableTlsException unreadable(Path file, IOException cause) {
        return new UnusableTlsException(Files.exists(file) ? "Cannot read " + file : "There is no file " + file, cause);
    }

    private static UnusableTlsException unusable(Path file, String reason, Exception cause) {
        return new UnusableTlsException("Cannot use " + file + ": " + reason, cause);
    }
}
