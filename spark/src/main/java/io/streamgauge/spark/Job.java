package io.streamgauge.spark;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is asked for on the command line.
 *
 * @param scratch a folder for files in the making, beside the lake: both must lie where every machine finds them
 * @param checkpoint where the stream keeps how far it has come
 * @param environment whose lake it is; another one's is refused
 * @param delta where the Delta tables lie, if there are to be any: a folder, or an address that Spark can write to
 */
record Job(Path lake, Path scratch, Path checkpoint, String environment, Optional<String> delta, boolean isRebuilding) {

    static final String USAGE =
            "--lake FOLDER --scratch FOLDER [--checkpoint FOLDER] [--env NAME] [--delta FOLDER]" + " [--rebuild yes]";

    private static final List<String> KNOWN =
            List.of("--lake", "--scratch", "--checkpoint", "--env", "--delta", "--rebuild");
    private static final List<String> FOLDERS = List.of("--lake", "--scratch", "--checkpoint");

    /** Empty where the arguments cannot be used. */
    static Optional<Job> of(String... arguments) {
        Map<String, String> given = new HashMap<>();
        for (int at = 0; at + 1 < arguments.length; at += 2) {
            given.put(arguments[at], arguments[at + 1]);
        }
        boolean isUsable = arguments.length == 2 * given.size()
                && KNOWN.containsAll(given.keySet())
                && given.keySet().containsAll(List.of("--lake", "--scratch"))
                && FOLDERS.stream()
                        .noneMatch(name -> given.getOrDefault(name, "").contains("://"))
                && List.of("yes", "no").contains(given.getOrDefault("--rebuild", "no"));
        if (!isUsable) {
            return Optional.empty();
        }
        Path scratch = Path.of(given.get("--scratch")).toAbsolutePath();
        return Optional.of(new Job(
                Path.of(given.get("--lake")).toAbsolutePath(),
                scratch,
                Optional.ofNullable(given.get("--checkpoint"))
                        .map(folder -> Path.of(folder).toAbsolutePath())
                        .orElse(scratch.resolve("checkpoint")),
                given.getOrDefault("--env", "dev"),
                Optional.ofNullable(given.get("--delta")).map(Job::location),
                given.getOrDefault("--rebuild", "no").equals("yes")));
    }

    /** Of a folder without scheme Spark would ask the cluster's own file system. */
    private static String location(String given) {
        String location = given.contains("://")
                ? given
                : Path.of(given).toAbsolutePath().toUri().toString();
        return location.replaceFirst("/+$", "");
    }
}
