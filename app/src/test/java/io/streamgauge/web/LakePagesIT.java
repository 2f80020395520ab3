package io.streamgauge.web;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The pages of a lake that DuckDB wrote. */
final class LakePagesIT implements LakePagesContract {

    private static RealLake lake;
    private static LakePages pages;

    @BeforeAll
    static void start(@TempDir Path folder) {
        lake = new RealLake(folder);
        pages = LakePages.of(lake.analytics());
    }

    @AfterAll
    static void stop() {
        pages.close();
        lake.close();
    }

    @Override
    public LakePages pages() {
        return pages;
    }
}
