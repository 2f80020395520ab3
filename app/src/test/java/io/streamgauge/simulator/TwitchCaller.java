package io.streamgauge.simulator;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls a simulator over HTTP as an app would. */
final class TwitchCaller {
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI address;
    private String token = "";

    private TwitchCaller(SimulatorServer server) {
        this.address = server.address();
    }

    /** @param text the body, unpacked where it came packed */
    record Answer(int status, String text, HttpResponse<byte[]> response) {
        JsonNode json() {
            return JSON.readTree(text);
        }

        List<JsonNode> rows() {
            return new ArrayList<>(json().path("data").values());
        }

        String cursor() {
            return json().path("pagination").path("cursor").asString("");
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    static TwitchCaller without(SimulatorServer server) {
        return new TwitchCaller(server);
    }

    static TwitchCaller withToken(SimulatorServer server) {
        TwitchCaller caller = new TwitchCaller(server);
        caller.takeToken();
        return caller;
    }

    String takeToken() {
        token = post("/oauth2/token", "client_id=app&client_secret=shh&grant_type=client_credentials")
                .json()
                .path("access_token")
                .asString();
        return token;
    }

    Answer get(String path) {
        return send(authorized(path).GET());
    }

    Answer getPacked(String path) {
        return send(authorized(path).header("Accept-Encoding", "gzip").GET());
    }

    Answer getWith(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address.resolve(path)).GET();
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    Answer post(String path, String form) {
        return send(HttpRequest.newBuilder(address.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    /** Asks IGDB. */
    Answer igdb(String endpoint, String query) {
        return send(authorized("/v4/" + endpoint).POST(HttpRequest.BodyPublishers.ofString(query)));
    }

    Answer control(String method, String path, String body) {
        return send(HttpRequest.newBuilder(address.resolve(path))
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    /** The rows of all pages from the start to the end, in order. */
    List<JsonNode> walk(String path) {
        List<JsonNode> rows = new ArrayList<>();
        Answer page = get(path);
        rows.addAll(page.rows());
        while (!page.cursor().isEmpty()) {
            page = get(after(path, page.cursor()));
            rows.addAll(page.rows());
        }
        return rows;
    }

    static String after(String path, String cursor) {
        return path + (path.contains("?") ? "&" : "?") + "after=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder authorized(String path) {
        return HttpRequest.newBuilder(address.resolve(path))
                .header("Authorization", "Bearer " + token)
                .header("Client-Id", "app");
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), new String(unpacked(response), StandardCharsets.UTF_8), response);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static byte[] unpacked(HttpResponse<byte[]> response) throws IOException {
        if (response.headers().firstValue("Content-Encoding").orElse("").equals("gzip")) {
            return new GZIPInputStream(new ByteArrayInputStream(response.body())).readAllBytes();
        }
        return response.body();
    }
}
