package io.streamgauge.web.guard;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.List;

/** Makes certificates that sign themselves, by Java's own tool. */
public final class Certificates {

    private static final String PASSWORD = "password";

    /** The files of one. */
    public record Pair(Path certificate, Path key, Certificate trusted) {}

    private Certificates() {}

    /** @param kind of key, {@code RSA} or {@code EC} */
    public static Pair make(Path folder, String name, String kind, String... more) {
        try {
            Path store = folder.resolve(name + ".p12");
            List<String> command = new java.util.ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                    "-genkeypair",
                    "-alias",
                    "server",
                    "-keyalg",
                    kind,
                    "-dname",
                    "CN=localhost",
                    "-ext",
                    "san=ip:127.0.0.1",
                    "-storetype",
                    "PKCS12",
                    "-keystore",
                    store.toString(),
                    "-storepass",
                    PASSWORD));
            command.addAll(List.of(more));
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes());
            if (process.waitFor() != 0) {
                throw new IllegalStateException("keytool fails: " + said);
            }
            KeyStore keys = KeyStore.getInstance("PKCS12");
            try (InputStream content = Files.newInputStream(store)) {
                keys.load(content, PASSWORD.toCharArray());
            }
            Certificate certificate = keys.getCertificate("server");
            byte[] key = keys.getKey("server", PASSWORD.toCharArray()).getEncoded();
            return new Pair(
                    Files.writeString(folder.resolve(name + ".crt"), pem("CERTIFICATE", certificate.getEncoded())),
                    Files.writeString(folder.resolve(name + ".key"), pem("PRIVATE KEY", key)),
                    certificate);
        } catch (IOException | GeneralSecurityException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(String what, byte[] content) {
        return "-----BEGIN " + what + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content) + "\n-----END " + what
                + "-----\n";
    }
}
