package io.streamgauge.cli;

import io.streamgauge.metadata.MetadataResult;
import io.streamgauge.model.Models;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "metadata",
        description = "Fetches what is missing or old of the categories' metadata: names from Helix, games from IGDB.",
        footer = {"", "Every batch is kept at once: what was fetched before a failure is not asked for again."})
final class MetadataCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private ConfigurationOptions options;

    @Mixin
    private TwitchOptions twitch;

    @Option(names = "--json", description = "Prints what was fetched as JSON.")
    private boolean json;

    MetadataCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws InterruptedException {
        Configuration configuration = options.read(surroundings, twitch.flags());
        var settings = configuration.twitch().settings(configuration.places().tokenFile());
        Models models = Models.packed();
        try (OpenLake lake = OpenLake.toChange(configuration.places(), surroundings.clock());
                Progress progress = new Progress(surroundings);
                Metadata metadata = Metadata.of(
                        lake,
                        models,
                        settings,
                        configuration.metadata(),
                        surroundings.clock(),
                        surroundings.waiter())) {
            lake.requirePublished();
            MetadataResult result = metadata.fetch(
                    (done, due) -> progress.step(String.format("Metadata: %,d of %,d categories", done, due)));
            progress.clear();
            surroundings.out().println(json ? JsonText.of(figures(result)) : sentence(result));
        }
        return 0;
    }

    private static Map<String, Object> figures(MetadataResult result) {
        return Map.of(
                "met", result.met(), "fetched", result.fetched(), "games", result.games(), "unknown", result.unknown());
    }

    static String sentence(MetadataResult result) {
        if (result.fetched() == 0) {
            return String.format("Nothing is missing or old: all %,d categories are known", result.met());
        }
        return String.format(
                "Fetched %,d of %,d categories: %,d games at IGDB, %,d that Twitch does not know",
                result.fetched(), result.met(), result.games(), result.unknown());
    }
}
