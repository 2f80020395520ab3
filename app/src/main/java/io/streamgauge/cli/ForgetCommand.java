package io.streamgauge.cli;

import io.streamgauge.engine.Transformer;
import io.streamgauge.model.Models;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "forget",
        description = "Removes a channel from every store; totals stay exact through the channel '(removed)'.",
        footer = {"", "Without --yes it says what would be removed, and removes nothing."})
final class ForgetCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private ConfigurationOptions options;

    @Parameters(paramLabel = "CHANNEL", description = "The channel's id or login.")
    private String channel;

    @Option(names = "--dry-run", description = "Says what would be removed, and removes nothing.")
    private boolean dryRun;

    @Option(names = "--yes", description = "Confirms that the channel is to be removed.")
    private boolean confirmed;

    @Option(names = "--json", description = "Prints it as JSON.")
    private boolean json;

    ForgetCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** What is printed. */
    record Report(long channelId, SortedMap<String, Long> rows, boolean removed) {}

    @Override
    public Integer call() {
        Configuration configuration = options.read(surroundings);
        Places places = configuration.places();
        boolean removes = confirmed && !dryRun;
        try (OpenLake lake = removes
                        ? OpenLake.toChange(places, surroundings.clock())
                        : OpenLake.toRead(places, surroundings.clock());
                Transformation transformation = Transformation.on(lake, Models.packed())) {
            Transformer transformer = transformation.transformer();
            long id = id(transformation);
            SortedMap<String, Long> rows = transformer.occurrences(id);
            if (removes) {
                transformer.forget(id);
            }
            if (json) {
                surroundings.out().println(JsonText.of(new Report(id, rows, removes)));
            } else {
                rows.forEach((table, count) -> surroundings.out().println(count + " rows of " + table));
                surroundings
                        .out()
                        .println(
                                removes
                                        ? "Channel " + id
                                                + " is removed from tables and landing, and does not come back"
                                        : "Channel " + id + " would be removed from these, and from landing");
            }
            if (!removes && !dryRun) {
                throw new CommandException("Nothing was removed: --yes confirms that channel " + id + " is to be");
            }
            return 0;
        }
    }

    private long id(Transformation transformation) {
        if (channel.matches("[1-9]\\d{0,17}")) {
            return Long.parseLong(channel);
        }
        List<Long> ids = transformation.channelIds().of(channel);
        if (ids.size() == 1) {
            return ids.get(0);
        }
        throw new CommandException(
                ids.isEmpty()
                        ? "No channel with the login '" + channel + "' is known here; its id works whatever its name"
                        : "The login '" + channel + "' belonged to several channels; name one by its id: " + ids);
    }
}
