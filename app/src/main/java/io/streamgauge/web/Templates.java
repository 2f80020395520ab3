package io.streamgauge.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.html.policy.PreventInlineEventHandlers;
import gg.jte.output.Utf8ByteOutput;
import gg.jte.resolve.DirectoryCodeResolver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** Renders the page templates: the ones built into the program, or those on disk while they are being written. */
final class Templates {

    private final TemplateEngine engine;

    Templates(WebSettings settings) {
        engine = settings.dev() ? fromDisk(settings) : TemplateEngine.createPrecompiled(ContentType.Html);
    }

    byte[] render(String template, Object page) {
        Utf8ByteOutput output = new Utf8ByteOutput();
        engine.render(template + ".jte", page, output);
        return output.toByteArray();
    }

    private static TemplateEngine fromDisk(WebSettings settings) {
        try {
            TemplateEngine engine = TemplateEngine.create(
                    new DirectoryCodeResolver(settings.sources().resolve("templates")),
                    Files.createTempDirectory("streamgauge-templates"),
                    ContentType.Html);
            engine.setTrimControlStructures(true);
            engine.setHtmlPolicy(new PreventInlineEventHandlers());
            return engine;
        } catch (IOException noTemporaryFolder) {
            throw new UncheckedIOException("Cannot make a temporary folder for templates", noTemporaryFolder);
        }
    }
}
