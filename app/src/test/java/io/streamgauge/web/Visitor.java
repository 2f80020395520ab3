package io.streamgauge.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks a running server over HTTP. */
final class Visitor {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final URI server;

    Visitor(WebServer server) {
        this.server = server.url();
    }

    /** @param headers names and values in turn */
    HttpResponse<String> get(String address, String... headers) {
        return send("GET", address, headers);
    }

    HttpResponse<String> send(String method, String address, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.resolve(address)).method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    JsonNode json(String address) {
        HttpResponse<String> response = get(address);
        if (response.statusCode() != 200) {
            throw new AssertionError(address + " answers " + response.statusCode() + ": " + response.body());
        }
        return JsonMapper.shared().readTree(response.body());
    }

    static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
