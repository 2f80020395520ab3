package io.streamgauge.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Walks the pages in a real browser. */
final class PagesIT {

    private static final int LARGEST_WEIGHT = 100 * 1024;

    private static MadeUpSite site;

    @BeforeAll
    static void start() {
        site = MadeUpSite.open();
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @Test
    void overviewLeadsToPeriodsSearchAndChannel() {
        try (Visit visit = site.visit(1280)) {
            Page page = visit.open("/");
            assertThat(page.locator(".simulated")).containsText("Simulated data.");
            assertThat(page.locator(".figure").first()).containsText("Hours watched");
            assertThat(page.locator(".surface canvas").first()).isVisible();

            page.getByText("Last week").click();
            assertThat(page).hasURL(Pattern.compile("period=last-week"));
            assertThat(page.locator("h1")).hasText("Twitch, last week");

            page.getByRole(AriaRole.COMBOBOX).fill("夜ふかし");
            page.keyboard().press("Enter");
            page.locator("main").getByText("夜ふかしランド").click();
            assertThat(page.locator("h1")).containsText("夜ふかしランド, last week");
            assertThat(page.locator("h2").first()).hasText("Viewers over time");
            visit.expectQuiet();
        }
    }

    @Test
    void everythingIsThereWithoutScripts() {
        try (Visit visit =
                site.visit(options -> options.setJavaScriptEnabled(false).setViewportSize(1280, 900))) {
            Page page = visit.open("/");
            assertThat(page.locator(".plot path.line").first()).isVisible();
            assertThat(page.locator(".chart-section:has(#chart-title) rect.bridged"))
                    .hasCount(2);
            assertThat(page.locator("#categories-title ~ *, .ranking tbody tr").first())
                    .isVisible();

            page.locator(".chart-section .series summary").first().click();
            assertThat(page.locator(".series tbody tr").first()).isVisible();
            page.locator("th.peak a").first().click();
            assertThat(page).hasURL(Pattern.compile("by=peak_viewers"));
            page.getByText("All 4,000 streamers").click();
            page.getByText("Next 100").click();
            assertThat(page.locator(".ranking tbody tr").first()).containsText("101");
            visit.expectQuiet();
        }
    }

    @Test
    void genresLeadToTheirCategoriesWithoutScripts() {
        try (Visit visit =
                site.visit(options -> options.setJavaScriptEnabled(false).setViewportSize(360, 800))) {
            Page page = visit.open("/genres?period=last-week");
            page.locator(".ranking-table .name a")
                    .getByText("Role-playing (RPG)")
                    .click();
            assertThat(page.locator("h1")).hasText("Role-playing (RPG), last week");
            assertThat(page.locator(".plot path.line").first()).isVisible();
            page.getByText(Pattern.compile("^All .* categories")).click();
            page.locator("select[name=mode]").selectOption("2");
            page.getByText("Narrow", new Page.GetByTextOptions().setExact(true)).click();
            assertThat(page).hasURL(Pattern.compile("period=last-week.*genre=12.*mode=2"));
            Page releases = visit.open("/releases");
            releases.locator(".siblings").getByText("Release age").click();
            assertThat(releases.locator("h1")).containsText("Release age");
            visit.expectQuiet();
        }
    }

    @Test
    void firstPageIsLightAndAsksNobodyElse() {
        for (String address : new String[] {
            "/",
            "/?period=last-week",
            "/channels/100074?period=last-week",
            "/categories/500013?period=last-week",
            "/compare?period=last-week",
            "/genres?period=last-week",
            "/genres/12?period=last-week",
            "/releases",
            "/moment"
        }) {
            try (Visit visit = site.visit(1280)) {
                visit.open(address);
                assertThat(visit.weight()).as("bytes of " + address).isLessThanOrEqualTo(LARGEST_WEIGHT);
                visit.expectQuiet();
            }
        }
    }

    @Test
    void channelLeadsToItsBroadcastAndBackToTheDay() {
        try (Visit visit = site.visit(1280)) {
            Page page = visit.open("/channels/100074?period=last-week");
            page.locator(".broadcasts tbody a").first().click();
            assertThat(page.locator("h1")).hasText("夜ふかしランド, a broadcast");
            assertThat(page.locator(".bands rect")).hasCount(3);
            assertThat(page.locator(".surface canvas").first()).isVisible();
            page.locator(".surface").focus();
            page.keyboard().press("Home");
            assertThat(page.locator(".reading")).containsText("viewers, Just Talking");

            page.getByText("All of Sat 21 Nov 2026").click();
            assertThat(page).hasURL(Pattern.compile("/channels/100074\\?period=day&at=2026-11-21"));
            assertThat(page.locator(".broadcasts tbody tr")).hasCount(2);
            visit.expectQuiet();
        }
    }

    @Test
    void singleKeysDoWhatTheirLinksDo() {
        try (Visit visit = site.visit(1280)) {
            Page page = visit.open("/");
            page.keyboard().press("w");
            assertThat(page).hasURL(Pattern.compile("period=last-week"));
            page.keyboard().press("1");
            assertThat(page).hasURL(Pattern.compile("period=last-hour"));
            page.keyboard().press("ArrowLeft");
            assertThat(page).hasURL(Pattern.compile("from=2026-11-22T08%3A30%3A00Z&to=2026-11-22T09%3A30%3A00Z"));
            page.keyboard().press("ArrowRight");
            assertThat(page).hasURL(Pattern.compile("to=2026-11-22T10%3A30%3A00Z"));

            page.keyboard().press("?");
            assertThat(page.locator("dialog")).isVisible();
            page.keyboard().press("Escape");
            assertThat(page.locator("dialog")).isHidden();
            page.keyboard().press("/");
            assertThat(page.locator("[type=search]")).isFocused();
            page.keyboard().press("w");
            assertThat(page.locator("[type=search]")).hasValue("w");
        }
    }

    @Test
    void namesAreSuggestedWhileTheyAreTypedAndChosenByKeys() {
        try (Visit visit = site.visit(1280)) {
            Page page = visit.open("/?period=last-week&zone=Asia/Tokyo");
            page.keyboard().press("/");
            page.keyboard().type("夜ふかし");
            assertThat(page.getByRole(AriaRole.OPTION).first()).containsText("夜ふかしランド");
            assertThat(Accessibility.violations(page)).isEmpty();
            page.keyboard().press("Escape");
            assertThat(page.getByRole(AriaRole.LISTBOX)).isHidden();
            page.keyboard().type("ラ");
            assertThat(page.getByRole(AriaRole.OPTION)).hasCount(1);
            page.keyboard().press("ArrowDown");
            assertThat(page.getByRole(AriaRole.COMBOBOX)).hasAttribute("aria-activedescendant", "suggestion-0");
            page.keyboard().press("Enter");
            assertThat(page).hasURL(Pattern.compile("/channels/100074\\?period=last-week&zone=Asia%2FTokyo"));
        }
    }

    @Test
    void anyPeriodZoneAndComparisonAreChosenWithoutScripts() {
        try (Visit visit =
                site.visit(options -> options.setJavaScriptEnabled(false).setViewportSize(360, 800))) {
            Page page = visit.open("/channels/100074");
            page.getByText("Any period").click();
            page.getByLabel("From").first().fill("2026-11-20T06:30");
            page.getByLabel("To", new Page.GetByLabelOptions().setExact(true)).fill("2026-11-20T18:45");
            page.getByText("Show", new Page.GetByTextOptions().setExact(true)).click();
            assertThat(page)
                    .hasURL(Pattern.compile("/channels/100074\\?from=2026-11-20T06%3A30&to=2026-11-20T18%3A45"));
            page.getByText("Times in").click();
            page.getByLabel("Time zone").fill("Asia/Tokyo");
            page.getByText("Use", new Page.GetByTextOptions().setExact(true)).click();
            assertThat(page.locator(".range").first()).containsText("Asia/Tokyo");
            page.getByText("Compared with").click();
            page.getByText("same weekdays before").click();
            assertThat(page).hasURL(Pattern.compile("zone=Asia%2FTokyo.*compare=weekdays|compare=weekdays.*zone"));
            visit.expectQuiet();
        }
    }

    @Test
    void chartIsReadStepByStepByMouseAndKeys() {
        try (Visit visit = site.visit(1280)) {
            Page page = visit.open("/");
            page.locator(".surface").first().focus();
            page.keyboard().press("End");
            assertThat(page.locator(".reading").first())
                    .containsText("Sun 22 Nov, 10:15 UTC: 1,836,298 viewers (the day before: ");
            page.keyboard().press("ArrowLeft");
            assertThat(page.locator(".reading").first()).containsText("Sun 22 Nov, 10:00 UTC: ");
            page.locator(".surface").first().hover();
            assertThat(page.locator(".reading").first()).containsText("Sat 21 Nov, 22:30 UTC: ");
            visit.expectQuiet();
        }
    }

    @Test
    void newDataComesInWithoutMovingThePage() {
        FakeAnalytics analytics = new FakeAnalytics();
        try (WebServer living = WebServer.start(WebSettings.loopback(0), analytics);
                Visit visit = site.visit(living.url(), options -> options.setViewportSize(1280, 600))) {
            visit.context().clock().install();
            Page page = visit.open("/");
            page.evaluate("scrollTo(0, 300)");
            analytics.givenDataVersion("the-next-one").givenSimulatedData();
            page.clock().runFor(16_000);

            assertThat(page.locator("footer code")).hasText("the-next-one");
            assertThat(page.evaluate("scrollY")).isEqualTo(300);
            assertThat(page.locator(".surface canvas").first()).isVisible();
            visit.expectQuiet();
        }
    }

    @Test
    void sliderGoesThroughTimeByKeysAndTellsWhere() {
        try (Visit visit = site.visit(1280)) {
            Page page = visit.open("/moment?at=2026-11-21T12:00:00Z");
            page.locator("#second").focus();
            page.keyboard().press("ArrowLeft");
            assertThat(page.locator(".time-form output")).hasText("11:45");
            assertThat(page.locator("#second")).hasAttribute("aria-valuetext", "11:45 UTC");
            page.keyboard().press("ArrowLeft");
            assertThat(page.locator("h1")).hasText("Twitch, Sat 21 Nov 2026, 11:30 UTC");
            visit.expectQuiet();
        }
    }

    @Test
    void momentsComparisonsSearchAndDownloadsNeedNoScripts() {
        try (Visit visit =
                site.visit(options -> options.setJavaScriptEnabled(false).setViewportSize(1280, 900))) {
            Page page = visit.open("/moment?at=2026-11-21T12:00:00Z");
            page.locator("[rel=prev]").first().click();
            assertThat(page.locator("h1")).containsText("Sat 21 Nov 2026, 11:45 UTC");
            page.locator("#second").focus();
            page.keyboard().press("Home");
            page.locator(".time-form button").click();
            assertThat(page.locator("h1")).containsText("Sat 21 Nov 2026, 00:00 UTC");

            page.locator("[type=search]").fill("夜ふかし");
            page.keyboard().press("Enter");
            page.locator("main").getByText("夜ふかしランド").click();
            page.locator(".identity").getByText("Compare").click();
            assertThat(page.locator(".compare-table tbody tr")).hasCount(1);
            page.locator("#add").fill("a");
            page.locator(".adding button").click();
            page.locator(".adding .hits a").first().click();
            assertThat(page.locator(".compare-table tbody tr")).hasCount(2);

            page.navigate(page.url().replaceFirst("/compare.*", "/channels?period=last-week"));
            String csv = page.locator(".more").getByText("CSV").getAttribute("href");
            assertThat(page.request()
                            .get(page.url().replaceFirst("/channels.*", csv))
                            .text())
                    .startsWith("rank,channel_id,login");
            visit.expectQuiet();
        }
    }

    @Test
    void pagesAreCitedWithoutScripts(@TempDir Path folder) {
        try (SomeHoldings holdings = SomeHoldings.in(folder);
                WebServer citing = WebServer.start(WebSettings.loopback(0), MadeUpSite.ANALYTICS, holdings.all());
                Visit visit = site.visit(citing.url(), options -> options.setJavaScriptEnabled(false))) {
            Page page = visit.open("/channels?period=last-week");
            page.getByText("Cite this page").click();
            assertThat(page).hasURL(Pattern.compile("/channels\\?period=last-week&version="));
            assertThat(page.locator("h1")).containsText("last week");
        }
    }

    @Test
    void keyboardAloneLeadsToAPeriodAChannelAndTheFiguresBehindItsChart() {
        try (Visit visit = site.visit(1280)) {
            Page page = visit.open("/");
            page.keyboard().press("Tab");
            assertThat(page.locator(":focus")).hasText("Skip to content");
            page.keyboard().press("Enter");
            assertThat(page.locator("main")).isFocused();
            tabTo(page, ".ranking-table a[href^='/channels/']");
            page.keyboard().press("Enter");
            assertThat(page).hasURL(Pattern.compile("/channels/\\d+"));
            tabTo(page, "nav.period a[href*='last-week']");
            page.keyboard().press("Enter");
            assertThat(page.locator("h1")).containsText("last week");
            tabTo(page, ".chart-section summary");
            page.keyboard().press("Enter");
            assertThat(page.locator(".chart-section .series tbody tr").first()).isVisible();
            tabTo(page, ".chart-section .downloads a");
            assertThat(page.locator(":focus")).hasText("CSV");
            tabTo(page, "form.cite button");
            visit.expectQuiet();
        }
    }

    /** Presses Tab until what is sought has the focus. */
    private static void tabTo(Page page, String sought) {
        for (int presses = 0; presses < 300; presses++) {
            page.keyboard().press("Tab");
            if ((boolean) page.evaluate("sought => document.activeElement.matches(sought)", sought)) {
                return;
            }
        }
        throw new AssertionError("Tab does not lead to " + sought);
    }
}
