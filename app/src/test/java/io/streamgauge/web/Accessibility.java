package io.streamgauge.web;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Has axe look at a page. */
final class Accessibility {

    private static final String AXE = read("axe.min.js");

    private Accessibility() {}

    /** Each violation with the first element that shows it. */
    static List<?> violations(Page page) {
        page.evaluate(AXE);
        return (List<?>) page.evaluate("axe.run().then(found => found.violations.map(violation => "
                + "`${violation.id}: ${violation.nodes[0].html.slice(0, 200)} ${violation.nodes[0].failureSummary}`))");
    }

    private static String read(String name) {
        try (InputStream content = Accessibility.class.getClassLoader().getResourceAsStream(name)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
