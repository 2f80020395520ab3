package io.streamgauge.s3;

import io.streamgauge.lake.StoreException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Tries with an object of its own all that a store needs of a bucket, and removes it. */
final class Probe {

    private static final byte[] CONTENT = "probe".getBytes(StandardCharsets.UTF_8);
    private static final int CONDITION_NOT_MET = 412;

    private final S3Settings settings;
    private final S3Client client;
    private final Refusals refusals;
    private final String key = "probe/" + UUID.randomUUID();

    Probe(S3Settings settings, S3Client client) {
        this.settings = settings;
        this.client = client;
        this.refusals = new Refusals(settings);
    }

    void run() {
        String bucket = settings.address().bucket();
        String full = settings.address().full(key);
        tried("write " + key, () -> put(request -> request.ifNoneMatch("*")));
        try {
            requireRefused("that there is no such object", request -> request.ifNoneMatch("*"));
            requireRefused("that an object is a certain one", request -> request.ifMatch("\"0123456789abcdef\""));
            tried(
                    "read " + key,
                    () -> client.getObject(request -> request.bucket(bucket).key(full), WholeBody.bytes()));
            tried(
                    "list probe/",
                    () -> client.listObjectsV2(
                            request -> request.bucket(bucket).prefix(full).maxKeys(1)));
        } finally {
            tried(
                    "delete " + key,
                    () -> client.deleteObject(request -> request.bucket(bucket).key(full)));
        }
    }

    private void requireRefused(String condition, Consumer<PutObjectRequest.Builder> with) {
        try {
            put(with);
        } catch (S3Exception e) {
            if (e.statusCode() == CONDITION_NOT_MET) {
                return;
            }
            throw refusals.of("write " + key + " on condition", e);
        } catch (SdkException e) {
            throw refusals.of("write " + key, e);
        }
        throw new StoreException(
                "The service of " + settings.place() + " does not keep the condition of a write " + condition
                        + ", so two writers could undo each other's work",
                null);
    }

    private void put(Consumer<PutObjectRequest.Builder> with) {
        PutObjectRequest.Builder request = PutObjectRequest.builder()
                .bucket(settings.address().bucket())
                .key(settings.address().full(key));
        with.accept(request);
        client.putObject(request.build(), RequestBody.fromBytes(CONTENT));
    }

    private void tried(String what, Runnable call) {
        try {
            call.run();
        } catch (SdkException e) {
            throw refusals.of(what, e);
        }
    }
}
