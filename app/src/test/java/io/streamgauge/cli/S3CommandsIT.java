package io.streamgauge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.s3.S3Proxy;
import io.streamgauge.simulator.SimulatorServer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Every command on a lake in S3 does what it does on a disk. */
final class S3CommandsIT {

    private static final List<String> SLOTS = List.of("2026-06-07T20:00:00Z", "2026-06-08T00:00:00Z");

    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    private static S3Proxy s3;

    @BeforeAll
    static void start() {
        s3 = S3Proxy.start(shared, "lakes");
    }

    @AfterAll
    static void stop() {
        s3.close();
    }

    private Shell on(String home, String address) {
        return new Shell(folder)
                .with("STREAMGAUGE_HOME", home)
                .with("STREAMGAUGE_LAKE", address)
                .with("STREAMGAUGE_KEEP_LANDING", "forever")
                .with("S3_ENDPOINT_URL", s3.endpoint().toString());
    }

    private static List<String> sorted(Shell.Result result) {
        assertThat(result.status()).isZero();
        assertThat(result.out()).hasSizeGreaterThan(100);
        return result.out().stream().sorted().toList();
    }

    @Test
    void theTablesAreThoseOfALakeOnADisk() {
        Shell bucket = on("a", "s3://lakes/same");
        Shell disk = on("b", folder.resolve("disk").toString());
        for (String slot : SLOTS) {
            for (Shell shell : List.of(bucket, disk)) {
                try (SimulatorServer twitch = Shell.twitch(slot)) {
                    assertThat(shell.with(twitch).run("collect", "--at", slot).status())
                            .isZero();
                }
                assertThat(shell.run("transform").status()).isZero();
            }
        }
        JsonNode there = LakeCommandsTest.json(bucket.run("status", "--json"));
        JsonNode here = LakeCommandsTest.json(disk.run("status", "--json"));
        assertThat(there.path("lake").asString()).isEqualTo("s3://lakes/same at " + s3.endpoint());
        assertThat(there.path("slots")).isEqualTo(here.path("slots"));
        for (JsonNode table : here.path("tables")) {
            String name = table.path("name").asString();
            if (List.of("gold_channel_days", "silver_stream_updates").contains(name)) {
                assertThat(sorted(bucket.run("export", name)).equals(sorted(disk.run("export", name))))
                        .as("%s is the same", name)
                        .isTrue();
            }
        }
        String id = bucket.run("export", "silver_channel_names").out().get(1).split(",")[0];
        assertThat(bucket.run("forget", id, "--yes").status()).isZero();
        assertThat(bucket.run("export", "bronze_stream_updates").out())
                .noneMatch(line -> line.contains("," + id + ","));
        Shell.Result rebuilt = bucket.run("transform", "--rebuild");
        assertThat(rebuilt.status()).as("%s", rebuilt.err()).isZero();
        assertThat(bucket.run("backfill", "--from", "2026-06-07T00:00:00Z", "--to", "2026-06-09T00:00:00Z")
                        .out())
                .contains("There is nothing to compute");
    }

    @Test
    void doctorTriesTheBucket() {
        try (SimulatorServer twitch = Shell.twitch(SLOTS.get(0))) {
            Shell shell = on("c", "s3://lakes/doctor").with(twitch);
            assertThat(shell.run("doctor", "--port", "0").out())
                    .contains("ok    lake           s3://lakes/doctor at " + s3.endpoint()
                            + " can be read and written, and keeps conditions of writes");
            assertThat(on("c", "s3://missing/doctor")
                            .with(twitch)
                            .run("doctor", "--port", "0")
                            .out())
                    .contains("fail  lake           Cannot read environment.json in s3://missing/doctor at "
                            + s3.endpoint()
                            + ": there is no bucket 'missing' - mend what it says, or choose another lake with --lake");
        }
    }

    @Test
    void aLakeOfAnotherEnvironmentIsReadAloneAndItsLandingAreaCanBeBorrowed() {
        Shell prod = on("d", "s3://lakes/prod").with("STREAMGAUGE_ENV", "prod");
        try (SimulatorServer twitch = Shell.twitch(SLOTS.get(0))) {
            assertThat(prod.with(twitch).run("collect", "--at", SLOTS.get(0)).status())
                    .isZero();
            assertThat(on("d", "s3://lakes/prod")
                            .with(twitch)
                            .run("collect", "--at", SLOTS.get(1))
                            .err())
                    .containsExactly("The lake s3://lakes/prod at " + s3.endpoint()
                            + " belongs to the environment 'prod', and this is 'dev', which may only read it");
        }
        Shell dev = on("d", "s3://lakes/dev").with("STREAMGAUGE_LANDING_FROM", "s3://lakes/prod");
        assertThat(dev.run("transform").out()).first().asString().startsWith("Took in 1 complete");
        assertThat(shared.resolve("buckets/lakes/dev/landing")).doesNotExist();
        assertThat(shared.resolve("buckets/lakes/prod/tables")).doesNotExist();
    }
}
