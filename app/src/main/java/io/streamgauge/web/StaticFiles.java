package io.streamgauge.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Styles, scripts and the icon, under an address that changes with their content and may so be kept for ever. */
final class StaticFiles {

    private static final String JAVASCRIPT = "text/javascript; charset=utf-8";
    private static final String CSS = "text/css; charset=utf-8";
    private static final String UPLOT = "META-INF/resources/webjars/uplot/1.6.30/dist/";

    /** Content types by file name. */
    static final Map<String, String> OWN = Map.of(
            "styles.css", CSS,
            "main.js", JAVASCRIPT,
            "chart.js", JAVASCRIPT,
            "embed.js", JAVASCRIPT,
            "keyboard.js", JAVASCRIPT,
            "moment.js", JAVASCRIPT,
            "refresh.js", JAVASCRIPT,
            "search.js", JAVASCRIPT,
            "favicon.svg", "image/svg+xml");

    private static final Map<String, String> LIBRARY = Map.of("uPlot.iife.min.js", JAVASCRIPT, "uPlot.min.css", CSS);

    private final Optional<Path> folder;
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final String root;

    StaticFiles(WebSettings settings) {
        folder = settings.dev() ? Optional.of(settings.sources().resolve("static")) : Optional.empty();
        OWN.keySet().stream().sorted().forEach(name -> files.put(name, fromClassPath("static/" + name)));
        LIBRARY.keySet().stream().sorted().forEach(name -> files.put(name, fromClassPath(UPLOT + name)));
        root = "/static/" + (settings.dev() ? "dev" : fingerprint()) + "/";
    }

    /** Where the files lie, ending with a slash. */
    String root() {
        return root;
    }

    void addTo(Routes routes) {
        routes.add("/static/{fingerprint}/{name}", this::serve);
    }

    private void serve(Context context) {
        String name = context.pathParam("name");
        byte[] content = files.get(name);
        if (content == null) {
            throw RefusedRequest.notFound("There is no file '" + name + "'");
        }
        boolean isCurrent = context.path().startsWith(root) && folder.isEmpty();
        context.header("Cache-Control", isCurrent ? "public, max-age=31536000, immutable" : "no-cache");
        context.header("Vary", "Accept-Encoding");
        context.contentType(OWN.getOrDefault(name, LIBRARY.get(name)));
        context.result(
                folder.isPresent() && OWN.containsKey(name)
                        ? fromDisk(folder.get().resolve(name))
                        : content);
    }

    private String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            files.values().forEach(digest::update);
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("This Java lacks SHA-256", impossible);
        }
    }

    private static byte[] fromDisk(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Cannot read " + file, unreadable);
        }
    }

    private static byte[] fromClassPath(String path) {
        try (InputStream content = StaticFiles.class.getClassLoader().getResourceAsStream(path)) {
            if (content == null) {
                throw new IllegalStateException("The program's own file '" + path + "' is missing from its jar");
            }
            return content.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Cannot read the program's own file '" + path + "'", unreadable);
        }
    }
}
