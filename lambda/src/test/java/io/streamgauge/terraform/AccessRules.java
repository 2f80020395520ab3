package io.streamgauge.terraform;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Who may do what: no more than is needed, and written so that it can be seen. */
final class AccessRules {

    /** Where resources may hold an asterisk: statement and resource, with the reason. */
    private static final Map<String, String> WIDE_RESOURCES = Map.of(
            "function.LandSnapshots ${var.bucket_arn}/${var.prefix}/landing/*",
            "objects of landing, whose names are times",
            "function.WriteLog ${aws_cloudwatch_log_group.function.arn}:*",
            "AWS names the streams of a log, and wants them named so",
            "dashboard.TransformAndServe ${var.bucket_arn}/${var.prefix}/*",
            "objects of the lake, whose names are times and hashes");

    /** Policies that AWS keeps, with the reason. */
    private static final Map<String, String> AWS_POLICIES = Map.of(
            "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore",
            "what Systems Manager's agent needs changes with the agent");

    private static final Set<String> POLICIES = Set.of("policy", "assume_role_policy");

    static final List<Rule> ALL = List.of(
            new Rule("no-asterisk-in-actions", AccessRules::wideActions),
            new Rule("no-asterisk-in-resources", AccessRules::wideResources),
            new Rule("no-access-for-everybody", AccessRules::everybody),
            new Rule("policies-are-documents", AccessRules::hiddenPolicies),
            new Rule("no-foreign-policies", AccessRules::foreignPolicies),
            new Rule("schedules-act-for-this-account-alone", AccessRules::deputies),
            new Rule("nothing-comes-in", AccessRules::openPorts),
            new Rule("machines-guard-their-role", AccessRules::metadata));

    private AccessRules() {}

    private static Stream<String> wideActions(Configuration files) {
        return files.statements().filter(Configuration.Statement::allows).flatMap(statement -> statement
                .values("actions")
                .filter(action -> action.contains("*"))
                .map(action -> statement.block().place() + ": " + statement.name() + " allows " + action));
    }

    private static Stream<String> wideResources(Configuration files) {
        return files.statements().filter(Configuration.Statement::allows).flatMap(statement -> statement
                .values("resources")
                .filter(resource -> resource.contains("*"))
                .filter(resource -> !WIDE_RESOURCES.containsKey(statement.name() + " " + resource))
                .map(resource -> statement.block().place() + ": " + statement.name() + " gives access to " + resource));
    }

    private static Stream<String> everybody(Configuration files) {
        return files.statements()
                .filter(Configuration.Statement::allows)
                .filter(statement -> statement
                        .block()
                        .inner("principals")
                        .flatMap(Block::expressions)
                        .anyMatch(value -> value.shown().contains("*")))
                .map(statement -> statement.block().place() + ": " + statement.name() + " lets everybody in");
    }

    private static Stream<String> hiddenPolicies(Configuration files) {
        return files.of("resource").flatMap(block -> block.attributes().entrySet().stream()
                .filter(attribute -> POLICIES.contains(attribute.getKey()))
                .filter(attribute ->
                        !attribute.getValue().shown().matches("data\\.aws_iam_policy_document\\.\\w+\\.json"))
                .map(attribute -> block.place() + ": '" + attribute.getKey() + "' of " + block.address()
                        + " is no policy document"));
    }

    private static Stream<String> foreignPolicies(Configuration files) {
        return files.resources("aws_iam_role_policy_attachment")
                .filter(block ->
                        !AWS_POLICIES.containsKey(block.text("policy_arn").orElse("")))
                .map(block -> block.place() + ": " + block.address() + " attaches a policy that is not looked through");
    }

    /** Whom a service may act for that acts for everybody. */
    private static Stream<String> deputies(Configuration files) {
        return files.statements()
                .filter(statement -> statement
                        .block()
                        .inner("principals")
                        .flatMap(Block::expressions)
                        .anyMatch(value -> value.shown().equals("scheduler.amazonaws.com")))
                .filter(statement -> statement.block().inner("condition").noneMatch(condition -> condition
                        .text("variable")
                        .filter("aws:SourceAccount"::equals)
                        .isPresent()))
                .map(statement -> statement.block().place() + ": " + statement.name()
                        + " lets the scheduler act for other accounts");
    }

    private static Stream<String> openPorts(Configuration files) {
        Stream<String> rules = files.resources("aws_vpc_security_group_ingress_rule")
                .map(block -> block.place() + ": " + block.address() + " lets connections in");
        Stream<String> inner = files.resources("aws_security_group")
                .filter(block -> block.inner("ingress").findAny().isPresent())
                .map(block -> block.place() + ": " + block.address() + " lets connections in");
        return Stream.concat(rules, inner);
    }

    private static Stream<String> metadata(Configuration files) {
        return files.resources("aws_instance")
                .filter(block -> block.inner("metadata_options").noneMatch(options -> options.text("http_tokens")
                        .filter("required"::equals)
                        .isPresent()))
                .map(block -> block.place() + ": " + block.address() + " gives its role to whoever can make it ask");
    }
}
