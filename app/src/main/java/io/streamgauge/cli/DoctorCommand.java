package io.streamgauge.cli;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "doctor",
        description =
                "Checks configuration, credentials, clock, disk, permissions and reachability, and says how to mend"
                        + " what it finds.")
final class DoctorCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private ConfigurationOptions options;

    @Mixin
    private TwitchOptions twitch;

    @Mixin
    private WebOptions web;

    @Option(names = "--json", description = "Prints what was found as JSON.")
    private boolean json;

    DoctorCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** What is printed of a check. */
    record Line(String name, String state, String found, String mend) {}

    @Override
    public Integer call() throws InterruptedException {
        var flags = twitch.flags();
        flags.putAll(web.flags());
        List<Check> checks = new Doctor(surroundings).examine(() -> options.read(surroundings, flags));
        if (json) {
            surroundings
                    .out()
                    .println(
                            JsonText.of(checks.stream().map(DoctorCommand::line).toList()));
        } else {
            checks.forEach(check -> surroundings.out().println(check.line()));
        }
        long failed = checks.stream().filter(Check::isFailed).count();
        if (failed > 0) {
            throw new CommandException(failed == 1 ? "1 check failed" : failed + " checks failed");
        }
        return 0;
    }

    private static Line line(Check check) {
        return new Line(check.name(), check.state().name().toLowerCase(Locale.ROOT), check.found(), check.mend());
    }
}
