package io.streamgauge.web;

import com.microsoft.playwright.Browser.NewContextOptions;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** The pages of made-up answers, and a browser to look at them. */
record MadeUpSite(WebServer server, Browser browser) implements AutoCloseable {

    static final FakeAnalytics ANALYTICS = new FakeAnalytics()
            .givenSimulatedData()
            .givenStatus(FakeStatus::eventful)
            .givenMissingSnapshots(
                    Instant.parse("2026-11-21T16:30:00Z"),
                    Instant.parse("2026-11-22T03:00:00Z"),
                    Instant.parse("2026-11-22T03:15:00Z"),
                    Instant.parse("2026-11-22T03:30:00Z"));

    static MadeUpSite open() {
        WebSettings settings = WebSettings.loopback(0).withBreaks(List.of(BreaksPageTest.BREAK));
        return new MadeUpSite(WebServer.start(settings, ANALYTICS), Browser.open());
    }

    Visit visit(int width) {
        return visit(options -> options.setViewportSize(width, 900));
    }

    Visit visit(Consumer<NewContextOptions> wishes) {
        return visit(server.url(), wishes);
    }

    /** A visit to other pages. */
    Visit visit(URI url, Consumer<NewContextOptions> wishes) {
        var options = new NewContextOptions();
        wishes.accept(options);
        return new Visit(browser.get().newContext(options), url);
    }

    @Override
    public void close() {
        browser.close();
        server.close();
    }
}
