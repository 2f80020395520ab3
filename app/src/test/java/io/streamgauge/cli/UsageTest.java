package io.streamgauge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.simulator.Fault;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class UsageTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "colect | Unmatched argument at index 0: 'colect'; did you mean collect?",
                "collect --att | Unknown option: '--att'; did you mean --at?",
                "collect --at noon | Invalid value for option '--at': 'noon' is no instant, expected one such as"
                        + " 2026-11-22T10:15:00Z or 2026-11-22; see 'streamgauge collect --help'",
                "transform --rebuild --from 2026-01-01 | --rebuild recomputes everything: leave out --from and --to; see"
                        + " 'streamgauge transform --help'",
                "transform --from 2026-01-02 --to 2026-01-01 | --from 2026-01-02T00:00:00Z must lie before --to"
                        + " 2026-01-01T00:00:00Z; see 'streamgauge transform --help'",
                "simulate --streams 3 | A world has 10 to 300000 live streams on average, not 3; see 'streamgauge"
                        + " simulate --help'",
                "simulate --replay . --seed 4 | --replay serves what was recorded: leave out --streams, --seed, --at,"
                        + " --still and --speed; see 'streamgauge simulate --help'",
                "simulate --fault STALL:often | Invalid value for option '--fault' (NAME[:N]): 'STALL:often' has no number behind the"
                        + " colon, expected a chance such as 0.02 or a number of times such as 3; see 'streamgauge"
                        + " simulate --help'",
                "simulate --fault STALL:1.5 | Invalid value for option '--fault' (NAME[:N]): A fault's chance lies above 0 and not"
                        + " above 1, not at 1.5; see 'streamgauge simulate --help'",
                "simulate --streams 10 --fault FLICKER:2 | FLICKER lasts as long as its rule: leave out everything but"
                        + " its chance; see 'streamgauge simulate --help'",
                "demo --speed 0 | --speed lies above 0 and not above 900, found 0.0; see 'streamgauge demo --help'",
                "export top_games --format xml | There is no format 'xml'; there are csv, json, parquet; see"
                        + " 'streamgauge export --help'",
                "bench speed | There is no benchmark 'speed'; there are transform, rebuild, disk, queries, pages, export, crawl; see 'streamgauge"
                        + " bench --help'",
                "bench --streams 3 | A benchmark takes 100 to 1,000,000 live streams, found 3; see 'streamgauge bench"
                        + " --help'",
                "backfill --mode all | Missing required options: '--from=T', '--to=T'; see 'streamgauge backfill --help'",
                "backfill --from 2026-01-01 --to 2026-01-02 --mode some | There is no mode 'some'; there are missing,"
                        + " failed, all; see 'streamgauge backfill --help'",
                "forget | Missing required parameter: 'CHANNEL'; see 'streamgauge forget --help'",
                "collect --port 80 | Unknown options: '--port', '80'; see 'streamgauge collect --help'",
                "up --port 99999 | STREAMGAUGE_PORT (flag --port) is '99999', expected a port from 0 to 65535",
                "collect --cadence PT7M | STREAMGAUGE_CADENCE (flag --cadence) is 'PT7M', expected whole seconds that"
                        + " divide a day, from PT1S to PT6H, such as PT15M",
                "collect --lake s3://Bucket/lake | STREAMGAUGE_LAKE (flag --lake) is 's3://Bucket/lake', expected a"
                        + " folder, or s3://bucket/prefix, with a bucket's name of 3 to 63 small letters, digits, dots and"
                        + " hyphens, and a prefix, if any, of letters, digits and !_.*'()=- between single slashes",
                "status --lake gs://bucket/lake | STREAMGAUGE_LAKE (flag --lake) is 'gs://bucket/lake', expected a"
                        + " folder, or s3://bucket/prefix, with a bucket's name of 3 to 63 small letters, digits, dots and"
                        + " hyphens, and a prefix, if any, of letters, digits and !_.*'()=- between single slashes",
                "collect --env Prod | STREAMGAUGE_ENV (flag --env) is 'Prod', expected a name of small letters, digits"
                        + " and hyphens, such as prod"
            })
    void refusesWrongUsageInOneLine(String line, String message) {
        assertThat(new Shell(folder).run(line.split(" "))).isEqualTo(new Shell.Result(2, List.of(), List.of(message)));
    }

    @Test
    void namesTheCommandsWhereOneIsMissing() {
        assertThat(new Shell(folder).run())
                .isEqualTo(new Shell.Result(
                        2, List.of(), List.of("A command is missing; 'streamgauge --help' lists them")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "demo",
                "up",
                "collect",
                "transform",
                "serve",
                "simulate",
                "status",
                "export",
                "bench",
                "doctor",
                "backfill",
                "forget",
                "metadata"
            })
    void everyCommandSaysHowToUseIt(String command) {
        Shell.Result result =
                new Shell(folder).run((command + " --help").strip().split(" "));

        assertThat(result.status()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out().get(0)).startsWith(("Usage: streamgauge " + command).strip());
    }

    @Test
    void simulateNamesAllFaults() {
        String names = Arrays.stream(Fault.values()).map(Fault::name).collect(Collectors.joining(", "));

        Shell.Result unknown = new Shell(folder).run("simulate", "--fault", "STALLS");
        String help =
                String.join(" ", new Shell(folder).run("simulate", "--help").out());

        assertThat(unknown)
                .isEqualTo(new Shell.Result(
                        2,
                        List.of(),
                        List.of("Invalid value for option '--fault' (NAME[:N]): There is no fault 'STALLS'; there are "
                                + names + "; see 'streamgauge simulate --help'")));
        assertThat(help.replaceAll("\\s+", " ")).contains("Names: " + names + ".");
    }

    @Test
    void tellsVersionAndCommit() {
        Shell.Result result = new Shell(folder).run("--version");

        assertThat(result.status()).isZero();
        assertThat(result.out()).singleElement().asString().matches("streamgauge \\S+ \\(commit \\w+\\)");
    }
}
