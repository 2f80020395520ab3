package io.streamgauge.s3;

import io.streamgauge.lake.ContentHash;
import io.streamgauge.lake.Store;
import io.streamgauge.lake.StoreException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.MetadataDirective;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * A store in a bucket. Writers exclude each other by conditions that the service checks as it writes. Each write carries a
 * token of its own: where its answer is lost and a repetition finds the key taken, the token tells that it was taken by
 * the first try.
 */
public final class S3Store implements Store, AutoCloseable {

    private static final String TOKEN = "token";
    private static final int MOST_ROUNDS = 20;

    /** What others have put into the bucket carries no token. */
    private static final int ROUNDS_FOR_A_TOKEN = 3;

    private static final long WORTH_ASKING_FIRST = 256 * 1024;
    private static final Duration YOUNG = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int MISSING = 404;
    private static final int CONFLICT = 409;
    private static final int CONDITION_NOT_MET = 412;

    private final S3Settings settings;
    private final S3Client client;
    private final FileCache cache;
    private final Fetching fetching;
    private final Clock clock;
    private final Refusals refusals;
    private final AwsRequestOverrideConfiguration large;
    private final String place;

    private S3Store(S3Settings settings, S3Client client, FileCache cache, Clock clock) {
        this.settings = settings;
        this.client = client;
        this.cache = cache;
        this.fetching = new Fetching();
        this.clock = clock;
        this.refusals = new Refusals(settings);
        this.large = AwsRequestOverrideConfiguration.builder()
                .apiCallAttemptTimeout(settings.times().largeTry())
                .apiCallTimeout(settings.times().large())
                .build();
        this.place = ContentHash.of(settings.place().getBytes(StandardCharsets.UTF_8));
    }

    /** Opens a lake. Nothing is asked of the service yet. */
    public static S3Store open(S3Settings settings, Clock clock) {
        FileCache cache = FileCache.open(settings.cache(), settings.cacheBytes(), clock);
        return new S3Store(settings, Clients.open(settings), cache, clock);
    }

    /** What a pointer holds, and by what the service tells that it still does. */
    private record Held(byte[] content, String etag, boolean isOwn) {}

    @Override
    public boolean putIfAbsent(String key, Path source) {
        String token = UUID.randomUUID().toString();
        boolean asksFirst = isLarge(source);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            if (asksFirst || round > 0) {
                Optional<HeadObjectResponse> there = about(key);
                if (there.isPresent()) {
                    if (token.equals(there.get().metadata().get(TOKEN))) {
                        return true;
                    }
                    if (isYoung(there.get()) || !ContentHash.names(key) || touched(key, there.get())) {
                        return false;
                    }
                    continue;
                }
            }
            PutObjectRequest request = put(key, token)
                    .ifNoneMatch("*")
                    .overrideConfiguration(large)
                    .build();
            if (succeeds("write " + key, () -> client.putObject(request, RequestBody.fromFile(source)))) {
                return true;
            }
        }
        throw contended("write " + key);
    }

    @Override
    public Optional<byte[]> read(String key) {
        return object(key).map(ResponseBytes::asByteArrayUnsafe);
    }

    @Override
    public Path local(String key) {
        String full = settings.address().full(key);
        if (ContentHash.names(key)) {
            return cache.get(named(key), file -> fetch(key, get(full).build(), file));
        }
        for (int round = 0; round < MOST_ROUNDS; round++) {
            String etag = about(key)
                    .orElseThrow(() -> new StoreException("There is no " + key + " in " + settings.place(), null))
                    .eTag();
            String version = ContentHash.of(etag.getBytes(StandardCharsets.UTF_8));
            try {
                return cache.get(
                        place + "/" + version + "/" + key,
                        file -> fetch(key, get(full).ifMatch(etag).build(), file));
            } catch (ChangedException e) {
                // it was written anew since it was asked about
            }
        }
        throw contended("read " + key);
    }

    @Override
    public void prepare(Collection<String> keys) {
        List<String> missing = keys.stream().filter(key -> !isAtHand(key)).toList();
        fetching.all(missing, this::local);
    }

    @Override
    public List<Stored> list(String prefix) {
        String full = settings.address().full(prefix);
        return called("list " + prefix, () -> {
            List<Stored> all = new ArrayList<>();
            client
                    .listObjectsV2Paginator(request ->
                            request.bucket(settings.address().bucket()).prefix(full))
                    .contents()
                    .stream()
                    .filter(object -> !object.key().endsWith("/"))
                    .map(this::stored)
                    .sorted(Comparator.comparing(Stored::key))
                    .forEach(all::add);
            return List.copyOf(all);
        });
    }

    @Override
    public void move(String key, String newKey) {
        String from = settings.address().full(key);
        String to = settings.address().full(newKey);
        String bucket = settings.address().bucket();
        String what = "move " + key + " to " + newKey;
        try {
            client.copyObject(request -> request.sourceBucket(bucket)
                    .sourceKey(from)
                    .destinationBucket(bucket)
                    .destinationKey(to)
                    .overrideConfiguration(large));
        } catch (S3Exception e) {
            if (isMissing(e)) {
                return;
            }
            throw refusals.of(what, e);
        } catch (SdkException e) {
            throw refusals.of(what, e);
        }
        delete(key);
    }

    @Override
    public void delete(String key) {
        String full = settings.address().full(key);
        called(
                "delete " + key,
                () -> client.deleteObject(
                        request -> request.bucket(settings.address().bucket()).key(full)));
    }

    @Override
    public boolean replace(String key, Optional<byte[]> expected, byte[] content) {
        String token = UUID.randomUUID().toString();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Optional<Held> held = held(key, token);
            if (held.isPresent() && held.get().isOwn()) {
                return true;
            }
            boolean isSame = held.isPresent() == expected.isPresent()
                    && (held.isEmpty() || Arrays.equals(held.get().content(), expected.get()));
            if (!isSame) {
                return false;
            }
            PutObjectRequest.Builder request = put(key, token);
            held.ifPresentOrElse(known -> request.ifMatch(known.etag()), () -> request.ifNoneMatch("*"));
            if (succeeds("replace " + key, () -> client.putObject(request.build(), RequestBody.fromBytes(content)))) {
                return true;
            }
        }
        throw contended("replace " + key);
    }

    @Override
    public Duration patience() {
        return PATIENCE;
    }

    @Override
    public String toString() {
        return settings.place();
    }

    @Override
    public void close() {
        fetching.close();
        client.close();
    }

    /**
     * Tries all that a lake needs of its bucket, with an object that is gone afterwards.
     *
     * @throws StoreException naming what does not work
     */
    public void probe() {
        new Probe(settings, client).run();
    }

    private boolean isAtHand(String key) {
        return ContentHash.names(key) && cache.holds(named(key));
    }

    private String named(String key) {
        return place + "/named/" + key;
    }

    private PutObjectRequest.Builder put(String key, String token) {
        return PutObjectRequest.builder()
                .bucket(settings.address().bucket())
                .key(settings.address().full(key))
                .metadata(Map.of(TOKEN, token));
    }

    private GetObjectRequest.Builder get(String full) {
        return GetObjectRequest.builder().bucket(settings.address().bucket()).key(full);
    }

    private Optional<Held> held(String key, String token) {
        return object(key)
                .map(answer -> new Held(
                        answer.asByteArrayUnsafe(),
                        answer.response().eTag(),
                        token.equals(answer.response().metadata().get(TOKEN))));
    }

    private Optional<ResponseBytes<GetObjectResponse>> object(String key) {
        GetObjectRequest request = get(settings.address().full(key)).build();
        return unlessMissing("read " + key, () -> client.getObject(request, WholeBody.bytes()));
    }

    /** An answer without a body can be cut short among its headers, and nothing but their absence tells. */
    private Optional<HeadObjectResponse> about(String key) {
        String full = settings.address().full(key);
        for (int round = 1; ; round++) {
            Optional<HeadObjectResponse> answer = unlessMissing(
                    "look at " + key,
                    () -> client.headObject(request ->
                            request.bucket(settings.address().bucket()).key(full)));
            boolean isWhole = answer.isEmpty()
                    || answer.get().eTag() != null
                            && answer.get().lastModified() != null
                            && answer.get().contentLength() != null;
            boolean isOurs = answer.isEmpty() || answer.get().metadata().containsKey(TOKEN);
            if (isWhole && (isOurs || round >= ROUNDS_FOR_A_TOKEN)) {
                return answer;
            }
            if (round == MOST_ROUNDS) {
                throw new StoreException(
                        "Cannot look at " + key + " in " + settings.place() + ": answers are cut short", null);
            }
        }
    }

    private void fetch(String key, GetObjectRequest request, Path file) {
        GetObjectRequest whole =
                request.toBuilder().overrideConfiguration(large).build();
        try {
            client.getObject(whole, WholeBody.into(file));
        } catch (S3Exception e) {
            if (e.statusCode() == CONDITION_NOT_MET) {
                throw new ChangedException();
            }
            throw refusals.of("read " + key, e);
        } catch (SdkException e) {
            throw refusals.of("read " + key, e);
        }
    }

    private boolean isYoung(HeadObjectResponse there) {
        return there.lastModified().isAfter(clock.instant().minus(YOUNG));
    }

    /** Copies an object onto itself, so that it is as young as if it had been put now; false where it has gone meanwhile. */
    private boolean touched(String key, HeadObjectResponse there) {
        String full = settings.address().full(key);
        String bucket = settings.address().bucket();
        return succeeds(
                "touch " + key,
                () -> client.copyObject(request -> request.sourceBucket(bucket)
                        .sourceKey(full)
                        .copySourceIfMatch(there.eTag())
                        .destinationBucket(bucket)
                        .destinationKey(full)
                        .metadataDirective(MetadataDirective.REPLACE)
                        .metadata(there.metadata())
                        .overrideConfiguration(large)));
    }

    private Stored stored(S3Object object) {
        Instant putAt = object.lastModified();
        return new Stored(settings.address().inLake(object.key()), object.size(), putAt);
    }

    /** False where the condition of a write is not met, or another write was under way. */
    private boolean succeeds(String what, Supplier<?> call) {
        try {
            call.get();
            return true;
        } catch (S3Exception e) {
            boolean lost = e.statusCode() == CONDITION_NOT_MET || e.statusCode() == CONFLICT || isMissing(e);
            if (lost) {
                return false;
            }
            throw refusals.of(what, e);
        } catch (SdkException e) {
            throw refusals.of(what, e);
        }
    }

    private <T> Optional<T> unlessMissing(String what, Supplier<T> call) {
        try {
            return Optional.of(call.get());
        } catch (S3Exception e) {
            if (isMissing(e)) {
                return Optional.empty();
            }
            throw refusals.of(what, e);
        } catch (SdkException e) {
            throw refusals.of(what, e);
        }
    }

    private <T> T called(String what, Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException e) {
            throw refusals.of(what, e);
        }
    }

    private static boolean isMissing(S3Exception e) {
        boolean bucket = e instanceof NoSuchBucketException
                || e.awsErrorDetails() != null
                        && "NoSuchBucket".equals(e.awsErrorDetails().errorCode());
        return e.statusCode() == MISSING && !bucket;
    }

    private static boolean isLarge(Path source) {
        try {
            return Files.size(source) > WORTH_ASKING_FIRST;
        } catch (IOException e) {
            throw new StoreException("Cannot read " + source + ": " + e.getMessage(), e);
        }
    }

    private StoreException contended(String what) {
        return new StoreException(
                "Cannot " + what + " in " + settings.place() + ": others change it again and again", null);
    }

    /** An object is no longer the one that was asked for. */
    private static final class ChangedException extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
