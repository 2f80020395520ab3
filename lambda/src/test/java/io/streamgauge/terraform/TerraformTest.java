package io.streamgauge.terraform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamgauge.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The files in deploy/terraform parse, the rules hold, and each rule has a file that breaks it. */
final class TerraformTest {

    private static final Path ROOT = Repository.root().resolve("deploy/terraform");
    private static final Path BROKEN = Repository.root().resolve("lambda/src/test/resources/terraform");
    private static final Configuration FILES = Configuration.read(ROOT);

    static Stream<String> rules() {
        return Rule.all().stream().map(Rule::name);
    }

    private static Rule rule(String name) {
        return Rule.all().stream()
                .filter(rule -> rule.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theRuleHolds(String name) {
        assertThat(rule(name).check(FILES)).isEmpty();
    }

    /** The file begins with the breaches that are expected, a comment each. */
    @ParameterizedTest
    @MethodSource("rules")
    void theRuleHasAFileThatBreaksIt(String name) {
        String file = name + ".tf";
        String content = read(BROKEN.resolve(file));
        List<String> expected = content.lines()
                .takeWhile(line -> line.startsWith("# "))
                .map(line -> file + ":" + line.substring(2))
                .sorted()
                .toList();

        assertThat(expected).isNotEmpty();
        assertThat(rule(name).check(new Configuration(TerraformFile.read(file, content))))
                .isEqualTo(expected);
    }

    @Test
    void everyBrokenFileBelongsToARule() throws IOException {
        try (Stream<Path> files = Files.list(BROKEN)) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".tf", "")))
                    .containsExactlyInAnyOrderElementsOf(rules().toList());
        }
    }

    @Test
    void theFunctionIsTheOneInThePackageAndGetsTheSettingsItKnows() throws ClassNotFoundException {
        Block function = FILES.resources("aws_lambda_function").findFirst().orElseThrow();

        Class<?> handler = Class.forName(function.text("handler").orElseThrow().split("::")[0]);
        assertThat(handler.getSimpleName()).isEqualTo("CollectHandler");
        assertThat(function.has("timeout", "720"))
                .as("shorter than a slot, longer than a crawl")
                .isTrue();
        Expression variables = function.inner("environment")
                .findFirst()
                .orElseThrow()
                .value("variables")
                .orElseThrow();
        assertThat(((Expression.Table) variables).keys().stream().map(Expression::shown))
                .containsExactlyInAnyOrder(
                        "STREAMGAUGE_ENV", "STREAMGAUGE_LAKE", "STREAMGAUGE_TWITCH_SECRET", "STREAMGAUGE_TOKEN_SECRET");
    }

    @Test
    void theDashboardsUnitsAreMadeOfWhatTheUnitSays() {
        String unit = read(Repository.root().resolve("deploy/systemd/streamgauge-serve.service"));
        List<String> replaced = FILES.of("locals")
                .flatMap(Block::expressions)
                .filter(Expression.Call.class::isInstance)
                .filter(call -> ((Expression.Call) call).function().equals("replace"))
                .flatMap(call -> call.parts().get(1).constant().stream())
                .filter(text -> text.length() > 1)
                .toList();

        assertThat(replaced).hasSize(3).allSatisfy(text -> assertThat(unit).contains(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void anEnvironmentIsAFileOfValuesForVariablesThatThereAre(String environment) {
        Map<String, Expression> values =
                TerraformFile.readValues(environment + ".tfvars", read(ROOT.resolve(environment + ".tfvars")));
        Map<String, Block> variables = FILES.of("variable")
                .filter(block -> block.folder().isEmpty())
                .collect(Collectors.toMap(block -> block.labels().get(0), block -> block));
        Set<String> needed = variables.entrySet().stream()
                .filter(variable -> variable.getValue().value("default").isEmpty())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());

        assertThat(values.get("environment").constant()).hasValue(environment);
        assertThat(variables.keySet()).containsAll(values.keySet());
        assertThat(values.keySet()).containsAll(needed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a {|x.tf:1: expected a name, found the end",
                "a { b = [1, 2 }|x.tf:1: expected ',' or ']', found '}'",
                "a { b = \"c }|x.tf:1: the file ends too early, found the end",
                "a { b = 1 c = 2 }|x.tf:1: expected the end of the line, found 'c = 2 }'",
                "a { b = <<END }|x.tf:1: text on several lines is not read: put it into a file, found '<<END }'",
                "a = 1|x.tf: 'a' stands outside of a block",
                "a { b = 1 + }|x.tf:1: expected a name, found '}'",
                "a b c|x.tf:1: expected a name, found the end"
            })
    void whatIsNoTerraformIsRefusedWithItsLine(String text, String message) {
        assertThatThrownBy(() -> TerraformFile.read("x.tf", text)).hasMessage(message);
    }

    @Test
    void expressionsAreReadAsTheyAre() {
        String text = """
                resource "kind" "name" {
                  a = var.x == null ? 0 : 1 + 2 * local.y // why
                  b = "one ${var.two} \\"three\\" $${four}"
                  c = { d = [for e in var.f : e.g if e.h != "i"], "j" : -1 }
                  k = merge({ for l, m in n : l => m... }, o[0].p[*].q)
                  /* nothing */ r { s = true }
                }
                """;
        Block block = TerraformFile.read("x.tf", text).get(0);

        assertThat(block.address()).isEqualTo("kind.name");
        assertThat(block.value("b").orElseThrow().shown()).isEqualTo("one ${var.two} \"three\" ${four}");
        assertThat(block.expressions().flatMap(Expression::references))
                .contains("var.x", "local.y", "var.two", "var.f", "e.g", "e.h", "o[].p[*].q");
        assertThat(block.inner("r").findFirst().orElseThrow().has("s", "true")).isTrue();
    }
}
