package io.streamgauge.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.LoadState;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** One reader's browser window, with an ear for complaints and an eye on requests. */
final class Visit implements AutoCloseable {

    private final BrowserContext context;
    private final URI server;
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final List<Request> finished = new CopyOnWriteArrayList<>();
    private final List<String> strangers = new CopyOnWriteArrayList<>();

    Visit(BrowserContext context, URI server) {
        this.context = context;
        this.server = server;
        context.onConsoleMessage(message -> {
            if (!message.type().equals("log")) {
                complaints.add(message.text());
            }
        });
        context.onWebError(error -> complaints.add(error.error()));
        context.onRequestFinished(finished::add);
        context.onRequest(request -> {
            if (!request.url().startsWith(server.toString())) {
                strangers.add(request.url());
            }
        });
    }

    BrowserContext context() {
        return context;
    }

    Page open(String address) {
        Page page = context.newPage();
        page.navigate(server.resolve(address).toString());
        page.waitForLoadState(LoadState.NETWORKIDLE);
        return page;
    }

    /** Bytes over the wire so far, heads and bodies as they were sent. */
    int weight() {
        return finished.stream()
                .map(Request::sizes)
                .mapToInt(sizes -> sizes.responseBodySize + sizes.responseHeadersSize)
                .sum();
    }

    int requests() {
        return finished.size();
    }

    void expectQuiet() {
        assertThat(complaints).as("complaints of the browser").isEmpty();
        assertThat(strangers).as("requests to others").isEmpty();
    }

    @Override
    public void close() {
        context.close();
    }
}
