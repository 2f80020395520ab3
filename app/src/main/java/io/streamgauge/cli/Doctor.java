package io.streamgauge.cli;

import io.streamgauge.lake.LakeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Looks at everything that collecting and serving need. */
final class Doctor {

    private static final long GIGABYTE = 1_000_000_000;
    private static final long LITTLE = 5 * GIGABYTE;
    private static final long TOO_LITTLE = GIGABYTE / 2;
    private static final int OLDEST_JAVA = 17;

    private final Surroundings surroundings;

    Doctor(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    List<Check> examine(Supplier<Configuration> source) throws InterruptedException {
        List<Check> checks = new ArrayList<>();
        checks.add(java());
        Configuration configuration;
        try {
            configuration = source.get();
        } catch (ConfigurationException e) {
            checks.add(Check.fail("configuration", e.getMessage(), "correct it; nothing else was checked"));
            return checks;
        }
        Places places = configuration.places();
        checks.add(Check.ok(
                "configuration",
                "environment " + places.environment() + ", every "
                        + configuration.collect().schedule().cadence()));
        Check home = home(places);
        checks.add(home);
        if (!home.isFailed()) {
            checks.addAll(new LakeExamination(places, surroundings.clock()).examine());
            checks.add(disk(places.lake().disk()));
        }
        checks.add(port(configuration.web()));
        checks.addAll(new TwitchExamination(surroundings).examine(configuration, home));
        return checks;
    }

    private static Check java() {
        int feature = Runtime.version().feature();
        return feature >= OLDEST_JAVA
                ? Check.ok("java", Runtime.version().toString())
                : Check.fail("java", Runtime.version().toString(), "install Java " + OLDEST_JAVA + " or newer");
    }

    private static Check home(Places places) {
        try (Scratch scratch = Scratch.open(places.scratch())) {
            Files.writeString(scratch.folder().resolve("doctor"), "doctor");
            return Check.ok("home", places.folder() + " can be written");
        } catch (LakeException | IOException e) {
            return Check.fail("home", e.getMessage(), "give write permission, or choose another folder with --home");
        }
    }

    private static Check disk(Path folder) {
        long free;
        try {
            free = Files.getFileStore(existing(folder)).getUsableSpace();
        } catch (IOException e) {
            return Check.warn("disk", "free space is not known: " + e.getMessage(), "look at it yourself");
        }
        String found = String.format("%.1f GB free", free / (double) GIGABYTE);
        if (free < TOO_LITTLE) {
            return Check.fail("disk", found, "make room: a snapshot and its tables need it");
        }
        return free < LITTLE
                ? Check.warn("disk", found, "make room: a year takes some 10 GB")
                : Check.ok("disk", found);
    }

    private static Path existing(Path folder) {
        return Files.exists(folder) || folder.getParent() == null ? folder : existing(folder.getParent());
    }

    private static Check port(Address address) {
        return address.problem()
                .map(problem -> Check.warn("port", problem, "if that is not Streamgauge itself"))
                .orElse(Check.ok("port", address.port() + " of " + address.host() + " is free"));
    }
}
