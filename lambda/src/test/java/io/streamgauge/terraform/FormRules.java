package io.streamgauge.terraform;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What makes the files one whole: everything is described, named by its environment, used, and there. */
final class FormRules {

    private static final Set<String> NAMES = Set.of("name", "function_name", "alarm_name");

    /** Resources whose names are within those of others. */
    private static final Set<String> NAMED_WITHIN =
            Set.of("aws_lambda_alias", "aws_lambda_function_event_invoke_config", "aws_iam_role_policy");

    private static final Set<String> NAMED_BY_ENVIRONMENT = Set.of("var.environment", "var.name", "local.name");

    /** What is known without a block. */
    private static final Set<String> BUILT_IN = Set.of("path", "each", "count", "self", "terraform", "rule");

    static final List<Rule> ALL = List.of(
            new Rule("variables-and-outputs-are-described", FormRules::undescribed),
            new Rule("names-carry-the-environment", FormRules::unnamed),
            new Rule("versions-are-bound", FormRules::unbound),
            new Rule("providers-hold-no-credentials", FormRules::credentials),
            new Rule("references-lead-somewhere", FormRules::dangling),
            new Rule("variables-are-used", FormRules::unused),
            new Rule("modules-get-what-they-need", FormRules::unmatched));

    private FormRules() {}

    private static Stream<String> undescribed(Configuration files) {
        return files.blocks().stream()
                .filter(block -> block.type().equals("variable") || block.type().equals("output"))
                .filter(block -> block.text("description")
                                .filter(text -> text.endsWith("."))
                                .isEmpty()
                        || block.type().equals("variable")
                                && block.value("type").isEmpty())
                .map(block -> block.place() + ": " + block.address() + " lacks a description or a type");
    }

    private static Stream<String> unnamed(Configuration files) {
        return files.of("resource")
                .filter(block -> !NAMED_WITHIN.contains(block.labels().get(0)))
                .flatMap(block -> block.attributes().entrySet().stream()
                        .filter(attribute -> NAMES.contains(attribute.getKey()))
                        .filter(attribute ->
                                attribute.getValue().references().noneMatch(NAMED_BY_ENVIRONMENT::contains))
                        .map(attribute -> block.place() + ": the name of " + block.address()
                                + " is the same in every environment"));
    }

    private static Stream<String> unbound(Configuration files) {
        return files.of("provider")
                .filter(provider -> files.of("terraform")
                        .flatMap(block -> block.inner("required_providers"))
                        .filter(required -> required.value(provider.labels().get(0))
                                .filter(Expression.Table.class::isInstance)
                                .flatMap(table -> ((Expression.Table) table).value("version"))
                                .isPresent())
                        .findAny()
                        .isEmpty())
                .map(block -> block.place() + ": " + block.address() + " has no version");
    }

    private static Stream<String> credentials(Configuration files) {
        Set<String> harmless = Set.of("region", "host", "default_tags");
        return files.of("provider").flatMap(block -> block.attributes().keySet().stream()
                .filter(name -> !harmless.contains(name))
                .map(name ->
                        block.place() + ": '" + name + "' of " + block.address() + " belongs into the surroundings"));
    }

    private static Map<String, List<Block>> folders(Configuration files) {
        return files.blocks().stream().collect(Collectors.groupingBy(Block::folder));
    }

    private static Stream<String> dangling(Configuration files) {
        return folders(files).values().stream().flatMap(blocks -> {
            Set<String> known = blocks.stream()
                    .flatMap(block -> block.type().equals("locals")
                            ? block.attributes().keySet().stream().map(name -> "local." + name)
                            : Stream.of(block.address()))
                    .collect(Collectors.toSet());
            return blocks.stream()
                    .filter(block -> !block.type().equals("variable"))
                    .flatMap(block -> block.expressions()
                            .filter(Expression.Reference.class::isInstance)
                            .map(Expression::shown)
                            .filter(path -> path.contains("."))
                            .filter(Predicate.not(path -> isKnown(path, known)))
                            .map(path -> block.place() + ": there is no " + path));
        });
    }

    private static boolean isKnown(String path, Set<String> known) {
        String first = path.split("[.\\[(]")[0];
        if (BUILT_IN.contains(first) || path.contains("()")) {
            return true;
        }
        String plain = path.replace("[*]", "").replace("[]", "");
        return known.stream().anyMatch(address -> (plain + ".").startsWith(address + "."));
    }

    private static Stream<String> unused(Configuration files) {
        return folders(files).values().stream().flatMap(blocks -> {
            Set<String> used = blocks.stream()
                    .filter(block -> !block.type().equals("variable"))
                    .flatMap(Block::expressions)
                    .flatMap(Expression::references)
                    .map(path -> path.split("\\.").length < 2
                            ? path
                            : path.split("[.\\[]")[0] + "." + path.split("[.\\[]")[1])
                    .collect(Collectors.toSet());
            return blocks.stream()
                    .filter(block -> block.type().equals("variable"))
                    .filter(block -> !used.contains(block.address()))
                    .map(block -> block.place() + ": " + block.address() + " is not used");
        });
    }

    private static Stream<String> unmatched(Configuration files) {
        Map<String, List<Block>> folders = folders(files);
        return files.of("module").flatMap(module -> {
            String source = module.text("source").orElse("").replaceFirst("^\\./", "");
            String folder = module.folder().isEmpty() ? source : module.folder() + "/" + source;
            List<Block> variables = folders.getOrDefault(folder, List.of()).stream()
                    .filter(block -> block.type().equals("variable"))
                    .toList();
            Set<String> names =
                    variables.stream().map(block -> block.labels().get(0)).collect(Collectors.toSet());
            Set<String> about = Set.of("source", "count", "for_each", "depends_on", "providers");
            Stream<String> unknown = module.attributes().keySet().stream()
                    .filter(name -> !names.contains(name) && !about.contains(name))
                    .map(name -> module.place() + ": " + module.address() + " knows no '" + name + "'");
            Stream<String> missing = variables.stream()
                    .filter(variable -> variable.value("default").isEmpty())
                    .map(variable -> variable.labels().get(0))
                    .filter(name -> !module.attributes().containsKey(name))
                    .map(name -> module.place() + ": " + module.address() + " needs '" + name + "'");
            return Stream.concat(unknown, missing);
        });
    }
}
