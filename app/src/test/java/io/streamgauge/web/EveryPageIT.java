package io.streamgauge.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every page, in a real browser. */
final class EveryPageIT {

    private static final int NARROW = 320;
    private static final int WIDE = 1280;
    private static final int HEIGHT = 800;

    private static MadeUpSite site;

    @BeforeAll
    static void start() {
        site = MadeUpSite.open();
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/?period=week",
                "/?period=eon",
                "/channels",
                "/channels?category=500026",
                "/channels/100074",
                "/channels/100148",
                "/channels/100148/broadcasts/40000020778",
                "/categories?offset=100",
                "/categories?genre=12",
                "/categories/500013",
                "/categories/515639",
                "/categories/500117?period=week",
                "/categories/none",
                "/languages",
                "/genres?period=last-week",
                "/genres/12",
                "/ages",
                "/releases",
                "/compare?languages=en,es,x1",
                "/compare?categories=500013,500026,none&add=s",
                "/compare?channels=100074,100148&period=last-week&add=a",
                "/moment",
                "/moment?at=2026-11-19T05:00:00Z",
                "/data",
                "/search?q=a",
                "/breaks",
                "/definitions",
                "/how",
                "/embed/overview",
                "/embed/channels/100074"
            })
    void isAccessibleInLightAndDarkAndReachesNowhereBeyondANarrowScreen(String address) {
        try (Visit visit = site.visit(options -> options.setColorScheme(ColorScheme.DARK)
                .setViewportSize(NARROW, HEIGHT)
                .setBypassCSP(true))) {
            Page page = visit.open(address);
            assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(NARROW);
            assertThat(Accessibility.violations(page)).as("dark and narrow").isEmpty();

            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
            page.setViewportSize(WIDE, HEIGHT);
            assertThat(Accessibility.violations(page)).as("light and wide").isEmpty();
        }
    }
}
