package io.streamgauge.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every page, in a real browser. */
final class EveryPageIT {

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
                "/channels",
                "/categories?offset=100",
                "/categories/500117?period=week",
                "/categories/none",
                "/channels/100148",
                "/channels/100148/broadcasts/40000020778",
                "/languages",
                "/genres?period=last-week",
                "/ages",
                "/genres/12",
                "/releases",
                "/categories?genre=12",
                "/compare?categories=500013,500026,none&add=s",
                "/compare?channels=100074,100148&period=last-week",
                "/moment",
                "/moment?at=2026-11-19T05:00:00Z",
                "/data",
                "/search?q=a",
                "/breaks",
                "/definitions",
                "/how",
                "/embed/channels/100074",
                "/?period=eon"
            })
    void nothingReachesBeyondANarrowScreen(String address) {
        try (Visit visit = site.visit(320)) {
            assertThat(visit.open(address).evaluate("document.documentElement.scrollWidth"))
                    .isEqualTo(320);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/channels?category=500026",
                "/categories",
                "/categories/500013",
                "/categories/515639",
                "/channels/100074",
                "/channels/100148",
                "/channels/100148/broadcasts/40000020778",
                "/languages",
                "/genres",
                "/ages",
                "/genres/12",
                "/releases",
                "/categories?genre=12",
                "/compare?languages=en,es,x1",
                "/compare?channels=100074,100148&add=a",
                "/moment",
                "/moment?at=2026-11-19T05:00:00Z",
                "/data",
                "/search?q=a",
                "/breaks",
                "/definitions",
                "/how",
                "/embed/overview"
            })
    void pagesAreAccessibleInLightAndDark(String address) {
        for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            int width = scheme == ColorScheme.LIGHT ? 1280 : 360;
            try (Visit visit = site.visit(options ->
                    options.setColorScheme(scheme).setViewportSize(width, 800).setBypassCSP(true))) {
                assertThat(Accessibility.violations(visit.open(address)))
                        .as(address + " " + scheme + " " + width)
                        .isEmpty();
            }
        }
    }
}
