package io.streamgauge.cli;

import io.streamgauge.model.Models;
import io.streamgauge.web.WebSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The repository that pages and models are read from while somebody works on them. */
record Sourcetree(Path folder) {

    /** Set by the launcher. */
    private static final String PROPERTY = "streamgauge.root";

    static Sourcetree find(Path folder) {
        Path root =
                Optional.ofNullable(System.getProperty(PROPERTY)).map(Path::of).orElse(folder);
        for (String expected : new String[] {"web", "models"}) {
            if (!Files.isDirectory(root.resolve(expected))) {
                throw new CommandException("--dev reads pages and models from the repository, but there is no folder "
                        + root.resolve(expected) + ": start it through ./streamgauge or in the repository's root");
            }
        }
        return new Sourcetree(root);
    }

    Models models() {
        return Models.in(folder.resolve("models"));
    }

    WebSettings web(WebSettings settings) {
        return settings.inDevelopment(folder.resolve("web"));
    }
}
