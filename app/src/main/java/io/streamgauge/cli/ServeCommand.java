package io.streamgauge.cli;

import io.streamgauge.model.Models;
import io.streamgauge.web.WebSettings;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "serve", description = "Serves the dashboard and the API over what is in the lake, until interrupted.")
final class ServeCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private ConfigurationOptions options;

    @Mixin
    private WebOptions web;

    @Option(
            names = "--dev",
            description = "Reads templates and styles from the repository at each request, models at start.")
    private boolean dev;

    ServeCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Configuration configuration = options.read(surroundings, web.flags());
        configuration.web().requireFree();
        Optional<Sourcetree> sources = dev ? Optional.of(Sourcetree.find(surroundings.folder())) : Optional.empty();
        Models models = sources.map(Sourcetree::models).orElseGet(Models::packed);
        WebSettings settings =
                sources.map(tree -> tree.web(configuration.server())).orElse(configuration.server());
        try (OpenLake lake = OpenLake.toFollow(configuration.places(), surroundings.clock());
                Dashboard dashboard = Dashboard.open(lake, models, settings, surroundings.clock())) {
            surroundings.out().println("Streamgauge: " + dashboard.url());
            UntilInterrupted.await();
        }
        return 0;
    }
}
