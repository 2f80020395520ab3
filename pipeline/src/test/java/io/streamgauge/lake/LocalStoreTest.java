package io.streamgauge.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalStoreTest implements StoreContract {

    @TempDir
    Path folder;

    private Store store;

    @BeforeEach
    void open() {
        store = LocalStore.open(folder.resolve("lake"));
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
    void leavesNothingBehindButTheObjects() throws IOException {
        store.putIfAbsent("a/1", file("content"));
        store.putIfAbsent("a/1", file("content"));

        try (var left = Files.list(folder.resolve("lake/.tmp"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void saysWhereItCannotWrite() throws IOException {
        Path file = file("not a folder");

        assertThatThrownBy(() -> LocalStore.open(file.resolve("lake")))
                .isInstanceOf(LakeException.class)
                .hasMessageStartingWith("Cannot write in the lake's folder " + file.resolve("lake") + ": ");
    }
}
