package io.streamgauge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.simulator.SimulatorServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What one environment can do to another one's data: read it. */
final class EnvironmentsTest {

    private static final String SLOT = "2026-06-07T20:00:00Z";

    @TempDir
    Path folder;

    private Shell prod() {
        return new Shell(folder).with("STREAMGAUGE_ENV", "prod");
    }

    private Shell dev() {
        return new Shell(folder);
    }

    private Path prodLake() {
        return folder.resolve("data/prod/lake");
    }

    private void givenProdHasASnapshot() {
        try (SimulatorServer twitch = Shell.twitch(SLOT)) {
            assertThat(prod().with(twitch).run("collect", "--at", SLOT).status())
                    .isZero();
        }
    }

    /** Every file with its content and its time of change. */
    private TreeMap<String, List<Object>> prodFiles() throws IOException {
        TreeMap<String, List<Object>> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(prodLake())) {
            for (Path file : all.toList()) {
                FileTime changed = Files.getLastModifiedTime(file);
                files.put(
                        prodLake().relativize(file).toString(),
                        Files.isDirectory(file)
                                ? List.of(changed)
                                : List.of(
                                        changed,
                                        Files.size(file),
                                        Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1)));
            }
        }
        return files;
    }

    @Test
    void nothingRunAsAnotherEnvironmentWritesIntoALake() throws IOException {
        givenProdHasASnapshot();
        assertThat(prod().run("transform").status()).isZero();
        TreeMap<String, List<Object>> before = prodFiles();
        String lake = prodLake().toString();
        String refusal =
                "The lake " + lake + " belongs to the environment 'prod', and this is 'dev', which may only read it";
        List<String[]> writing = List.of(
                new String[] {"collect", "--at", "2026-06-07T20:15:00Z"},
                new String[] {"transform"},
                new String[] {"transform", "--rebuild"},
                new String[] {"up", "--port", "0"},
                new String[] {"backfill", "--from", "2026-06-07T00:00:00Z", "--to", "2026-06-08T00:00:00Z"},
                new String[] {"forget", "1", "--yes"});

        try (SimulatorServer twitch = Shell.twitch(SLOT)) {
            for (String[] command : writing) {
                Shell.Result result =
                        dev().with(twitch).with("STREAMGAUGE_LAKE", lake).run(command);
                assertThat(result.status()).as(command[0]).isEqualTo(1);
                assertThat(result.err()).as(command[0]).containsExactly(refusal);
            }
            assertThat(dev().with(twitch)
                            .with("STREAMGAUGE_LAKE", lake)
                            .run("doctor", "--port", "0")
                            .out())
                    .contains("fail  lake           " + refusal
                            + " - name that environment with --env, or another lake with --lake, to write");
        }
        assertThat(prodFiles()).isEqualTo(before);
    }

    @Test
    void readingIsAllowedAndChangesNothing() throws IOException {
        givenProdHasASnapshot();
        assertThat(prod().run("transform").status()).isZero();
        TreeMap<String, List<Object>> before = prodFiles();
        Shell dev = dev().with("STREAMGAUGE_LAKE", prodLake().toString());

        JsonNode status = LakeCommandsTest.json(dev.run("status", "--json"));
        assertThat(status.path("environment").asString()).isEqualTo("dev");
        assertThat(status.path("lake").asString()).isEqualTo(prodLake().toString());
        assertThat(status.path("slots").path("complete").asInt()).isEqualTo(1);
        assertThat(dev.run("status").out()).contains("Environment      dev", "Lake             " + prodLake());
        assertThat(dev.run("export", "gold_snapshot_metrics").out()).hasSize(2);
        assertThat(dev.run("forget", "1", "--dry-run").status()).isZero();
        assertThat(dev.run("backfill", "--from", "2026-06-07T00:00:00Z", "--to", "2026-06-08T00:00:00Z", "--dry-run")
                        .status())
                .isZero();
        assertThat(prodFiles()).isEqualTo(before);
    }

    @Test
    void aBorrowedLandingAreaIsTakenInAndStaysAsItIs() throws IOException {
        givenProdHasASnapshot();
        Files.writeString(prodLake().resolve("landing/date=2026-06-07/stray.txt"), "no snapshot");
        TreeMap<String, List<Object>> before = prodFiles();
        Shell dev = dev().with("STREAMGAUGE_LANDING_FROM", prodLake().toString());

        Shell.Result first = dev.run("transform");
        assertThat(first.err())
                .anyMatch(line -> line.startsWith("Set aside landing/date=2026-06-07/stray.txt as aside/"));
        assertThat(first.out()).first().asString().startsWith("Took in 1 complete and 0 partial snapshots");
        Shell.Result again = dev.run("transform");
        assertThat(again.status()).as("%s", again.err()).isZero();
        assertThat(again.out()).first().asString().startsWith("Nothing new has landed");
        assertThat(folder.resolve("data/lake/landing")).doesNotExist();
        assertThat(folder.resolve("data/lake/aside/landing/date=2026-06-07/stray.txt"))
                .hasContent("no snapshot");

        JsonNode status = LakeCommandsTest.json(dev.run("status", "--json"));
        assertThat(status.path("landing_from").asString()).isEqualTo(prodLake().toString());
        assertThat(status.path("slots").path("complete").asInt()).isEqualTo(1);
        assertThat(prodFiles()).isEqualTo(before);
    }

    @Test
    void forgettingAChannelLeavesWhatIsBorrowedAsItIs() throws IOException {
        givenProdHasASnapshot();
        TreeMap<String, List<Object>> before = prodFiles();
        Shell dev = dev().with("STREAMGAUGE_LANDING_FROM", prodLake().toString());
        dev.run("transform");
        String id = dev.run("export", "silver_channel_names").out().get(1).split(",")[0];

        assertThat(dev.run("forget", id, "--yes").status()).isZero();

        assertThat(dev.run("export", "bronze_stream_updates").out()).noneMatch(line -> line.contains("," + id + ","));
        assertThat(folder.resolve("data/lake/landing/date=2026-06-07/20260607T200000Z.parquet"))
                .exists();
        assertThat(prodFiles()).isEqualTo(before);
    }

    @Test
    void tokensAndLakesOfEnvironmentsLieApart() {
        givenProdHasASnapshot();
        try (SimulatorServer twitch = Shell.twitch(SLOT)) {
            assertThat(dev().with(twitch).run("collect", "--at", SLOT).out())
                    .first()
                    .asString()
                    .startsWith("Landed the snapshot of " + SLOT);
        }
        assertThat(folder.resolve("data/twitch-token.json")).exists();
        assertThat(folder.resolve("data/prod/twitch-token.json")).exists();
        assertThat(folder.resolve("data/lake/environment.json")).hasContent("{\"environment\":\"dev\"}");
        assertThat(prodLake().resolve("environment.json")).hasContent("{\"environment\":\"prod\"}");
    }

    @Test
    void theEnvironmentsNameCanBePartOfAnAddress() {
        Shell prod = prod().with("STREAMGAUGE_LAKE", "lakes/{env}");
        try (SimulatorServer twitch = Shell.twitch(SLOT)) {
            assertThat(prod.with(twitch).run("collect", "--at", SLOT).status()).isZero();
        }
        assertThat(folder.resolve("lakes/prod/landing")).isDirectory();
    }

    @Test
    void theOwnLakeCannotBeBorrowedFrom() {
        assertThat(dev().with("STREAMGAUGE_LANDING_FROM", "data/lake")
                        .run("transform")
                        .err())
                .containsExactly(
                        "STREAMGAUGE_LANDING_FROM (in the environment) is 'data/lake', expected another lake than"
                                + " the own one");
    }
}
