package io.streamgauge.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a reader's browser shows of any lake with a few hours in it, whichever engine wrote its tables. */
public interface LakePagesContract {

    /** Of a lake with the channels 7 and 8, which is closed by whoever opened it. */
    LakePages pages();

    @Test
    default void overviewLeadsToAChannelAndItsBroadcast() {
        try (Visit visit = pages().visit(options -> options.setViewportSize(1280, 900))) {
            Page page = visit.open("/");
            assertThat(page.locator(".figure").first()).containsText("Hours watched");
            assertThat(page.locator(".surface canvas").first()).isVisible();
            page.locator(".ranking-table a[href^='/channels/']").first().click();
            assertThat(page).hasURL(Pattern.compile("/channels/\\d+"));
            assertThat(page.locator("h1")).containsText("Name");
            page.locator(".broadcasts tbody a").first().click();
            assertThat(page.locator("h1")).containsText(", a broadcast");
            assertThat(page.locator(".bands rect").first()).isVisible();
            visit.expectQuiet();
        }
    }

    @Test
    default void chartsTablesAndMomentsNeedNoScripts() {
        try (Visit visit = pages().visit(options -> options.setJavaScriptEnabled(false))) {
            Page page = visit.open("/");
            assertThat(page.locator(".plot path.line").first()).isVisible();
            page.locator(".chart-section .series summary").first().click();
            assertThat(page.locator(".series tbody tr").first()).isVisible();
            page.locator("th.peak a").first().click();
            assertThat(page).hasURL(Pattern.compile("by=peak_viewers"));

            page = visit.open("/moment");
            page.locator("[rel=prev]").first().click();
            assertThat(page).hasURL(Pattern.compile("/moment\\?at="));
            assertThat(page.locator("h1")).containsText("Twitch, ");
            visit.expectQuiet();
        }
    }
}
