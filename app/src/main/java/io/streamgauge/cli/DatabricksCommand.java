package io.streamgauge.cli;

import io.streamgauge.databricks.DatabricksPipeline;
import io.streamgauge.model.Models;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "databricks",
        description = {
            "Writes the models as a Databricks pipeline: a file for each table into DIR/transformations.",
            "docs/databricks.md says how to run it."
        })
final class DatabricksCommand implements Callable<Integer> {

    private static final String FOLDER = "transformations";

    private final Surroundings surroundings;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Where to write it; made where missing.")
    private Path out;

    DatabricksCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Map<String, String> files = new DatabricksPipeline(Models.packed()).files();
        Path folder = surroundings.folder().resolve(out).resolve(FOLDER);
        try {
            Files.createDirectories(folder);
            List<String> others = others(folder, files);
            if (!others.isEmpty()) {
                throw new CommandException(folder + " holds " + others.get(0)
                        + ", which is no file of the pipeline: remove it, or name another folder");
            }
            for (Map.Entry<String, String> file : files.entrySet()) {
                Files.writeString(folder.resolve(file.getKey()), file.getValue());
            }
        } catch (IOException e) {
            throw new CommandException(
                    "Cannot write in " + folder + ": " + e.getClass().getSimpleName() + " " + e.getMessage());
        }
        surroundings.out().println("Wrote " + files.size() + " tables and views into " + folder);
        return 0;
    }

    /** What a run of the pipeline would take for its own. */
    private static List<String> others(Path folder, Map<String, String> files) throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            return found.map(file -> file.getFileName().toString())
                    .filter(name -> !files.containsKey(name))
                    .sorted()
                    .toList();
        }
    }
}
