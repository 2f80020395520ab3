package io.streamgauge.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
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

    @Test
    void pagesAreAccessibleAndFitANarrowScreen() {
        for (String address : List.of(
                "/",
                "/?period=last-hour",
                "/channels",
                "/channels/7",
                "/categories",
                "/categories/none",
                "/languages",
                "/compare?channels=7,8",
                "/moment",
                "/data")) {
            try (Visit visit =
                    pages().visit(options -> options.setViewportSize(320, 800).setBypassCSP(true))) {
                Page page = visit.open(address);
                assertThat(page.evaluate("document.documentElement.scrollWidth"))
                        .as("width of " + address)
                        .isEqualTo(320);
                assertThat(Accessibility.violations(page)).as(address).isEmpty();
            }
        }
    }
}
