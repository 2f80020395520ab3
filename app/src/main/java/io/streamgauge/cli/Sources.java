package io.streamgauge.cli;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;

/** All that is configured: flags win over the environment, and the environment over a file. Empty text stands for nothing. */
final class Sources {

    private final Map<Variable, Given> given = new EnumMap<>(Variable.class);

    private Sources() {}

    static Sources of(Map<Variable, String> flags, Map<String, String> environment, Optional<Path> file) {
        Sources sources = new Sources();
        file.ifPresent(sources::addFile);
        sources.addEnvironment(environment);
        flags.forEach((variable, text) -> sources.add(variable, text, "flag " + variable.flag()));
        return sources;
    }

    Optional<Given> find(Variable variable) {
        return Optional.ofNullable(given.get(variable));
    }

    private void add(Variable variable, String text, String place) {
        if (!text.isBlank()) {
            given.put(variable, new Given(variable, text.strip(), place));
        }
    }

    private void addEnvironment(Map<String, String> environment) {
        for (String name : new TreeSet<>(environment.keySet())) {
            Optional<Variable> known = Variable.named(name);
            if (known.isEmpty() && name.startsWith(Variable.PREFIX)) {
                throw unknown(name, "in the environment");
            }
            known.ifPresent(variable -> add(variable, environment.get(name), "in the environment"));
        }
    }

    private void addFile(Path file) {
        String text = read(file);
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException | IllegalArgumentException e) {
            throw new ConfigurationException("Cannot read the configuration " + file + ": " + e.getMessage());
        }
        List<String> lines = text.lines().toList();
        for (String name : new TreeSet<>(properties.stringPropertyNames())) {
            String place = "in " + file + line(lines, name);
            add(Variable.named(name).orElseThrow(() -> unknown(name, place)), properties.getProperty(name), place);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new ConfigurationException("Cannot read the configuration " + file + ": "
                    + (Files.exists(file) ? "it is no readable text file" : "there is no such file"));
        }
    }

    private static String line(List<String> lines, String name) {
        for (int at = 0; at < lines.size(); at++) {
            if (lines.get(at).strip().matches("\\Q" + name + "\\E([\\s=:].*)?")) {
                return ", line " + (at + 1);
            }
        }
        return "";
    }

    private static ConfigurationException unknown(String name, String place) {
        return new ConfigurationException(
                "There is no setting " + name + " (" + place + "); did you mean " + Variable.nearest(name) + "?");
    }
}
