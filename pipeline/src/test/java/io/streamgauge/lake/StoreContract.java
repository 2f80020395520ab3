package io.streamgauge.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every store must do. */
public interface StoreContract {

    Store store();

    /** A file on this machine with that content. */
    Path file(String content) throws IOException;

    @Test
    default void aPutObjectIsThereWholeAndOnce() throws IOException {
        assertThat(store().putIfAbsent("a/b.txt", file("first"))).isTrue();
        assertThat(store().putIfAbsent("a/b.txt", file("second"))).isFalse();

        assertThat(store().read("a/b.txt"))
                .hasValueSatisfying(bytes ->
                        assertThat(bytes).asString(StandardCharsets.UTF_8).isEqualTo("first"));
        assertThat(store().local("a/b.txt")).hasContent("first");
        assertThat(store().list("a/"))
                .extracting(Store.Stored::key, Store.Stored::bytes)
                .containsExactly(tuple("a/b.txt", 5L));
    }

    @Test
    default void ofManyWhoPutOneKeyOneWins() throws Exception {
        for (int round = 0; round < 20; round++) {
            String key = "race/" + round;
            List<Callable<Boolean>> writers = new ArrayList<>();
            for (int writer = 0; writer < 8; writer++) {
                Path file = file("writer " + writer);
                writers.add(() -> store().putIfAbsent(key, file));
            }
            assertThat(winners(writers)).isEqualTo(1);
        }
    }

    @Test
    default void ofManyWhoReplaceAPointerOneWins() throws Exception {
        Optional<byte[]> before = Optional.empty();
        for (int round = 0; round < 20; round++) {
            Optional<byte[]> expected = before;
            List<Callable<Boolean>> writers = new ArrayList<>();
            for (int writer = 0; writer < 8; writer++) {
                byte[] content = ("round " + round + " writer " + writer).getBytes(StandardCharsets.UTF_8);
                writers.add(() -> store().replace("pointer", expected, content));
            }
            assertThat(winners(writers)).isEqualTo(1);
            before = store().read("pointer");
        }
    }

    @Test
    default void aPointerThatHasChangedIsNotReplaced() {
        byte[] one = {1};
        byte[] two = {2};
        assertThat(store().replace("pointer", Optional.of(one), two)).isFalse();
        assertThat(store().replace("pointer", Optional.empty(), one)).isTrue();
        assertThat(store().replace("pointer", Optional.empty(), two)).isFalse();
        assertThat(store().replace("pointer", Optional.of(two), one)).isFalse();
        assertThat(store().read("pointer"))
                .hasValueSatisfying(bytes -> assertThat(bytes).containsExactly(1));
    }

    @Test
    default void listsOnlyWhatLiesUnderThePrefixInOrder() throws IOException {
        for (String key : List.of("x/2", "x/10", "x/deep/1", "y/1")) {
            store().putIfAbsent(key, file(key));
        }
        assertThat(store().list("x/")).extracting(Store.Stored::key).containsExactly("x/10", "x/2", "x/deep/1");
        assertThat(store().list("nothing/")).isEmpty();
    }

    @Test
    default void movingAndDeletingCanBeRepeated() throws IOException {
        store().putIfAbsent("from/1", file("content"));

        store().move("from/1", "to/1");
        store().move("from/1", "to/1");
        assertThat(store().read("from/1")).isEmpty();
        assertThat(store().local("to/1")).hasContent("content");

        store().delete("to/1");
        store().delete("to/1");
        assertThat(store().read("to/1")).isEmpty();
    }

    @Test
    default void movingPutsOneObjectInPlaceOfAnother() throws IOException {
        store().putIfAbsent("landing/date=2026-06-07/1.parquet", file("with"));
        assertThat(store().local("landing/date=2026-06-07/1.parquet")).hasContent("with");

        store().putIfAbsent("rewritten/1.parquet", file("without"));
        store().move("rewritten/1.parquet", "landing/date=2026-06-07/1.parquet");

        assertThat(store().local("landing/date=2026-06-07/1.parquet"))
                .hasContent("without")
                .hasFileName("1.parquet");
        assertThat(store().list("rewritten/")).isEmpty();
    }

    @Test
    default void anEmptyObjectIsOneToo() throws IOException {
        assertThat(store().putIfAbsent("empty/1", file(""))).isTrue();
        assertThat(store().putIfAbsent("empty/1", file("more"))).isFalse();

        assertThat(store().read("empty/1"))
                .hasValueSatisfying(bytes -> assertThat(bytes).isEmpty());
        assertThat(store().local("empty/1")).isEmptyFile();
    }

    @Test
    default void whatIsPreparedIsThere() throws IOException {
        List<String> keys = List.of("p/a-0123456789abcdef.parquet", "p/b-0123456789abcdef.parquet", "p/c.parquet");
        for (String key : keys) {
            store().putIfAbsent(key, file(key));
        }
        store().prepare(keys);

        for (String key : keys) {
            assertThat(store().local(key)).hasContent(key);
        }
    }

    @Test
    default void aKeyCannotPointOutside() {
        assertThatThrownBy(() -> store().read("../outside"))
                .isInstanceOf(LakeException.class)
                .hasMessage("The key '../outside' points outside the lake");
    }

    private static int winners(List<Callable<Boolean>> writers) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(writers.size());
        try {
            int winners = 0;
            for (Future<Boolean> won : threads.invokeAll(writers)) {
                winners += won.get() ? 1 : 0;
            }
            return winners;
        } finally {
            threads.shutdownNow();
        }
    }

    /** A file in a folder of the test's. */
    static Path fileIn(Path folder, String content) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "content", ".txt"), content);
    }
}
