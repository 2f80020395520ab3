package io.streamgauge.lambda;

import java.time.Duration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;
import software.amazon.awssdk.services.secretsmanager.model.SecretsManagerException;

/** Secrets Manager. Region, credentials and another endpoint are found as the SDK does it. */
final class Secrets implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration SILENCE = Duration.ofSeconds(5);
    private static final Duration CALL = Duration.ofSeconds(20);

    private final SecretsManagerClient client;

    private Secrets(SecretsManagerClient client) {
        this.client = client;
    }

    /** Asks nobody before it is asked to. */
    static Secrets open() {
        return new Secrets(SecretsManagerClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT)
                        .socketTimeout(SILENCE))
                .overrideConfiguration(calls -> calls.apiCallTimeout(CALL))
                .build());
    }

    /** @throws CollectException naming the secret and the reason */
    String read(String name) {
        try {
            String text = client.getSecretValue(secret -> secret.secretId(name)).secretString();
            if (text == null) {
                throw new CollectException("Cannot read the secret '" + name + "': it is no text");
            }
            return text;
        } catch (SdkException e) {
            throw new CollectException("Cannot read the secret '" + name + "': " + reason(e, "GetSecretValue"));
        }
    }

    /** @throws CollectException naming the secret and the reason */
    void write(String name, String text) {
        try {
            client.putSecretValue(secret -> secret.secretId(name).secretString(text));
        } catch (SdkException e) {
            throw new CollectException("Cannot write the secret '" + name + "': " + reason(e, "PutSecretValue"));
        }
    }

    private static String reason(SdkException failure, String action) {
        if (failure instanceof ResourceNotFoundException) {
            return "there is no such secret, or nothing was put into it yet";
        }
        if (failure instanceof SecretsManagerException answer && answer.awsErrorDetails() != null) {
            String code = answer.awsErrorDetails().errorCode();
            return "AccessDeniedException".equals(code)
                    ? "access is denied, needed is secretsmanager:" + action
                    : "the service answered " + answer.statusCode() + " " + code;
        }
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return "the service cannot be reached (" + root.getClass().getSimpleName() + " " + root.getMessage() + ")";
    }

    @Override
    public void close() {
        client.close();
    }
}
