package io.streamgauge.web;

import com.microsoft.playwright.Browser.NewContextOptions;
import io.streamgauge.analytics.Analytics;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The pages of a real lake, served, and a real browser to look at them. */
public final class LakePages implements AutoCloseable {

    private final Analytics analytics;
    private final WebServer server;
    private final Browser browser;

    private LakePages(Analytics analytics, WebServer server, Browser browser) {
        this.analytics = analytics;
        this.server = server;
        this.browser = browser;
    }

    public static LakePages of(Analytics analytics) {
        WebServer server = WebServer.start(WebSettings.loopback(0), analytics);
        try {
            return new LakePages(analytics, server, Browser.open());
        } catch (RuntimeException | Error e) {
            server.close();
            throw e;
        }
    }

    Visit visit(Consumer<NewContextOptions> wishes) {
        NewContextOptions options = new NewContextOptions();
        wishes.accept(options);
        return new Visit(browser.get().newContext(options), server.url());
    }

    /**
     * Walks from page to page by their links.
     *
     * @param categories some that there are, to compare
     * @return the pages by their addresses, but for the version of the data, and but for the one that tells when tables were
     *     computed and how long that took
     */
    public Map<String, String> walk(String categories) {
        Map<String, String> pages = new TreeMap<>();
        FiguresAgreeTest.walk(server, categories, (address, page) -> {})
                .forEach((address, page) -> pages.put(address, withoutVersion(page, analytics)));
        pages.keySet().removeIf(address -> address.startsWith(DataPages.PATH));
        return pages;
    }

    /** The same pages of another lake. */
    public static Map<String, String> pages(Analytics analytics, Iterable<String> addresses) {
        try (WebServer server = WebServer.start(WebSettings.loopback(0), analytics)) {
            Visitor visitor = new Visitor(server);
            Map<String, String> pages = new TreeMap<>();
            addresses.forEach(address ->
                    pages.put(address, withoutVersion(visitor.get(address).body(), analytics)));
            return pages;
        }
    }

    private static String withoutVersion(String page, Analytics analytics) {
        return page.replace(analytics.dataVersion(), "VERSION");
    }

    @Override
    public void close() {
        browser.close();
        server.close();
    }
}
