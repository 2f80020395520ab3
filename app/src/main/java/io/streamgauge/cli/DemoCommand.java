package io.streamgauge.cli;

import io.streamgauge.model.Models;
import io.streamgauge.simulator.World;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "demo",
        description = "Everything, on simulated data, with no account: a week of history at once, then live.",
        footer = {"", "It has a data folder of its own and goes on where it ended."})
final class DemoCommand implements Callable<Integer> {

    private static final double FASTEST = 900;

    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ConfigurationOptions options;

    @Mixin
    private WebOptions web;

    @Option(
            names = "--streams",
            paramLabel = "N",
            defaultValue = "10000",
            description = "Live streams on average (10000).")
    private int streams;

    @Option(names = "--seed", paramLabel = "S", defaultValue = "1", description = "Same seed, same world (1).")
    private long seed;

    @Option(
            names = "--speed",
            paramLabel = "X",
            defaultValue = "60",
            description = "How fast time runs once it is live (60).")
    private double speed;

    @Option(names = "--fresh", description = "Begins anew, without what an earlier demo left.")
    private boolean fresh;

    DemoCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws InterruptedException {
        World world = world();
        if (!(speed > 0) || speed > FASTEST) {
            throw wrong("--speed lies above 0 and not above " + (int) FASTEST + ", found " + speed);
        }
        Configuration configuration = options.read(surroundings, web.flags());
        configuration.web().requireFree();
        try (DemoFolder folder = DemoFolder.open(configuration.places(), new DemoFolder.Made(seed, streams), fresh);
                OpenLake lake = OpenLake.toWrite(folder.places(), surroundings.clock());
                Demo demo = new Demo(
                        surroundings, lake, Models.packed(), world, configuration.server(), configuration.metadata())) {
            demo.run(speed, folder.places().tokenFile());
        }
        return 0;
    }

    private World world() {
        try {
            return World.of(seed, streams);
        } catch (IllegalArgumentException e) {
            throw wrong(e.getMessage());
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
