package io.streamgauge.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamgauge.lake.Store;
import io.streamgauge.lake.StoreContract;
import io.streamgauge.lake.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class S3StoreTest implements StoreContract {

    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    private static S3Proxy s3;
    private String address;
    private S3Store store;

    @BeforeAll
    static void start() {
        s3 = S3Proxy.start(shared, "lakes");
    }

    @AfterAll
    static void stop() {
        s3.close();
    }

    @BeforeEach
    void open() {
        address = "s3://lakes/" + UUID.randomUUID() + "/lake";
        store = open("cache");
    }

    @AfterEach
    void close() {
        store.close();
    }

    private S3Store open(String cache) {
        return S3Store.open(s3.lake(address, folder.resolve(cache)), Clock.systemUTC());
    }

    @Override
    public Store store() {
        return store;
    }

    @Override
    public Path file(String content) throws IOException {
        return StoreContract.fileIn(folder, content);
    }

    @Test
    void listsMoreThanAPage() throws IOException {
        Path many = Files.createDirectories(
                s3.bucket("lakes").resolve(address.substring("s3://lakes/".length()) + "/many"));
        List<String> keys = new ArrayList<>();
        for (int number = 10_000; number < 11_100; number++) {
            keys.add("many/" + number);
            Files.writeString(many.resolve("" + number), "x");
        }

        assertThat(store.list("many/")).extracting(Store.Stored::key).containsExactlyElementsOf(keys);
    }

    @Test
    void lakesInOneBucketDoNotMeet() throws IOException {
        try (S3Store other = S3Store.open(s3.lake(address + "2", folder.resolve("cache")), Clock.systemUTC())) {
            store.putIfAbsent("a/1", file("one"));
            other.putIfAbsent("a/1", file("another"));

            assertThat(store.local("a/1")).hasContent("one");
            assertThat(other.local("a/1")).hasContent("another");
            assertThat(store.list("a/")).hasSize(1);
        }
    }

    @Test
    void whatIsNamedByItsContentIsFetchedOnceAndWhatIsNotIsAskedForAgain() throws IOException {
        String named = "tables/t/day-0123456789abcdef.parquet";
        store.putIfAbsent(named, file("content"));
        store.putIfAbsent("landing/1", file("content"));
        Path first = store.local(named);
        Path landed = store.local("landing/1");

        try (S3Store later = open("cache")) {
            store.delete(named);
            store.delete("landing/1");

            assertThat(later.local(named)).isEqualTo(first).hasContent("content");
            assertThat(landed).hasContent("content");
            assertThatThrownBy(() -> later.local("landing/1"))
                    .isInstanceOf(StoreException.class)
                    .hasMessage("There is no landing/1 in " + store);
        }
    }

    @Test
    void whatIsPutAgainAfterALongTimeIsYoungAgain() throws IOException {
        String named = "tables/t/day-0123456789abcdef.parquet";
        store.putIfAbsent(named, file("content"));
        store.putIfAbsent("landing/1", file("content"));
        Path stored = s3.bucket("lakes").resolve(address.substring("s3://lakes/".length()));
        FileTime old = FileTime.from(Instant.now().minus(Duration.ofDays(3)));
        Files.setLastModifiedTime(stored.resolve(named), old);
        Files.setLastModifiedTime(stored.resolve("landing/1"), old);

        assertThat(store.putIfAbsent(named, file("content"))).isFalse();
        assertThat(store.putIfAbsent("landing/1", file("content"))).isFalse();

        Instant lately = Instant.now().minus(Duration.ofMinutes(5));
        assertThat(store.list("tables/").get(0).putAt()).isAfter(lately);
        assertThat(store.list("landing/").get(0).putAt())
                .as("it may be written anew at any time, by somebody who forgets a channel")
                .isBefore(lately);
        assertThat(store.local(named)).hasContent("content");
    }

    @Test
    void anAnswerThatIsCutShortIsAskedForAgain() throws IOException {
        String content = "0123456789".repeat(10_000);
        s3.cutOneIn(150);
        try {
            for (int number = 0; number < 25; number++) {
                String key = "cut/" + number;
                assertThat(store.putIfAbsent(key, file(content + number)))
                        .as("a try whose answer was lost is no other writer")
                        .isTrue();
                assertThat(store.local(key)).hasContent(content + number);
                assertThat(store.replace("pointer" + number, Optional.empty(), new byte[] {1}))
                        .isTrue();
                assertThat(store.replace("pointer" + number, Optional.of(new byte[] {1}), new byte[] {2}))
                        .isTrue();
            }
        } finally {
            s3.cutOneIn(0);
        }
        assertThat(s3.cuts()).isGreaterThan(3);
        assertThat(store.list("cut/")).hasSize(25);
    }
}
