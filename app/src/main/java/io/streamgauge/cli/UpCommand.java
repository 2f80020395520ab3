package io.streamgauge.cli;

import io.streamgauge.collector.CollectLoop;
import io.streamgauge.collector.CrawlListener;
import io.streamgauge.model.Models;
import io.streamgauge.twitch.TwitchSettings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "up",
        description = "Everything, on Twitch: collects on schedule, transforms, and serves the dashboard and the API.",
        footer = {"", "Needs TWITCH_CLIENT_ID and TWITCH_CLIENT_SECRET; 'streamgauge demo' needs no account."})
final class UpCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private ConfigurationOptions options;

    @Mixin
    private TwitchOptions twitch;

    @Mixin
    private WebOptions web;

    UpCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        var flags = twitch.flags();
        flags.putAll(web.flags());
        Configuration configuration = options.read(surroundings, flags);
        TwitchSettings settings =
                configuration.twitch().settings(configuration.places().tokenFile());
        configuration.web().requireFree();
        Models models = Models.packed();
        try (OpenLake lake = OpenLake.toWrite(configuration.places(), surroundings.clock());
                Transformation transformation = Transformation.on(lake, models);
                Dashboard dashboard = Dashboard.open(lake, models, configuration.server(), surroundings.clock());
                Collecting collecting = Collecting.into(
                        lake, settings, configuration.collect(), surroundings.clock(), surroundings.waiter());
                Following following = new Following(transformation.transformer(), configuration.keeping());
                MetadataFollowing metadata = new MetadataFollowing(
                        configuration.metadata().fetches()
                                ? Metadata.of(
                                        lake,
                                        models,
                                        settings,
                                        configuration.metadata(),
                                        surroundings.clock(),
                                        surroundings.waiter())
                                : null,
                        following::landed);
                CollectLoop loop = new CollectLoop(
                        collecting.collector(),
                        configuration.collect().schedule(),
                        CrawlListener.NONE,
                        crawl -> {
                            following.landed();
                            metadata.landed();
                        },
                        surroundings.clock(),
                        surroundings.waiter())) {
            surroundings.out().println("Streamgauge: " + dashboard.url());
            following.landed();
            loop.run();
            Thread.interrupted();
        }
        return 0;
    }
}
