package io.streamgauge.terraform;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How things are kept: encrypted, out of the public's sight, for a time, and secrets nowhere at all. */
final class KeepingRules {

    private static final Set<String> BLOCKS =
            Set.of("block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets");

    /** Resources whose secrets would lie in the state. */
    private static final Set<String> SECRETS_IN_STATE = Set.of(
            "aws_secretsmanager_secret_version",
            "aws_iam_access_key",
            "aws_ssm_parameter",
            "databricks_secret",
            "databricks_token",
            "random_password",
            "tls_private_key");

    /** What keys, tokens and the like look like, and names that give them away. */
    private static final Pattern LOOKS_SECRET =
            Pattern.compile("(AKIA|ASIA)[A-Z0-9]{16}|dapi[0-9a-f]{32}|\\b[a-z0-9]{30}\\b|-----BEGIN .*PRIVATE KEY");

    private static final Pattern SECRET_NAME =
            Pattern.compile("(client|access|secret|api)_?(key|secret|token)|password|passphrase");

    static final List<Rule> ALL = List.of(
            new Rule("buckets-are-encrypted", KeepingRules::plainBuckets),
            new Rule("buckets-are-not-public", KeepingRules::publicBuckets),
            new Rule("buckets-keep-versions-for-a-time", KeepingRules::versions),
            new Rule("buckets-are-reached-encrypted", KeepingRules::plainConnections),
            new Rule("queues-and-disks-are-encrypted", KeepingRules::plainKeeping),
            new Rule("logs-are-kept-for-a-time", KeepingRules::endlessLogs),
            new Rule("no-secrets-in-the-state", KeepingRules::secretsInState),
            new Rule("no-secrets-in-the-files", KeepingRules::secretsInFiles));

    private KeepingRules() {}

    private static Stream<Block> bucketsWithout(Configuration files, String kind, Predicate<Block> is) {
        return files.resources("aws_s3_bucket")
                .filter(bucket -> files.resources(kind).noneMatch(other -> other.refersTo(bucket) && is.test(other)));
    }

    private static Stream<String> plainBuckets(Configuration files) {
        return bucketsWithout(files, "aws_s3_bucket_server_side_encryption_configuration", block -> block.all()
                        .anyMatch(inner -> inner.value("sse_algorithm").isPresent()))
                .map(bucket -> bucket.place() + ": " + bucket.address() + " is not encrypted");
    }

    private static Stream<String> publicBuckets(Configuration files) {
        return bucketsWithout(files, "aws_s3_bucket_public_access_block", block -> BLOCKS.stream()
                        .allMatch(name -> block.has(name, "true")))
                .map(bucket -> bucket.place() + ": " + bucket.address() + " can be made public");
    }

    private static Stream<String> versions(Configuration files) {
        Stream<String> none = bucketsWithout(files, "aws_s3_bucket_versioning", block -> block.inner(
                                "versioning_configuration")
                        .anyMatch(inner ->
                                inner.text("status").filter("Enabled"::equals).isPresent()))
                .map(bucket -> bucket.place() + ": " + bucket.address() + " keeps no versions");
        Stream<String> endless = bucketsWithout(files, "aws_s3_bucket_lifecycle_configuration", block -> block.all()
                        .anyMatch(inner -> inner.type().equals("noncurrent_version_expiration")))
                .map(bucket -> bucket.place() + ": " + bucket.address() + " keeps old versions for ever");
        return Stream.concat(none, endless);
    }

    private static Stream<String> plainConnections(Configuration files) {
        return bucketsWithout(files, "aws_s3_bucket_policy", policy -> files.statements()
                        .filter(statement -> policy.refersTo(statement.policy()))
                        .filter(statement -> !statement.allows())
                        .flatMap(statement -> statement.block().inner("condition"))
                        .anyMatch(condition -> condition
                                .text("variable")
                                .filter("aws:SecureTransport"::equals)
                                .isPresent()))
                .map(bucket -> bucket.place() + ": " + bucket.address() + " can be reached unencrypted");
    }

    private static Stream<String> plainKeeping(Configuration files) {
        Stream<String> queues = files.resources("aws_sqs_queue")
                .filter(block -> !block.has("sqs_managed_sse_enabled", "true")
                        && block.value("kms_master_key_id").isEmpty())
                .map(block -> block.place() + ": " + block.address() + " is not encrypted");
        Stream<String> disks = files.resources("aws_instance")
                .filter(block -> block.inner("root_block_device").noneMatch(disk -> disk.has("encrypted", "true"))
                        || block.inner("ebs_block_device").anyMatch(disk -> !disk.has("encrypted", "true")))
                .map(block -> block.place() + ": a disk of " + block.address() + " is not encrypted");
        Stream<String> volumes = files.resources("aws_ebs_volume")
                .filter(block -> !block.has("encrypted", "true"))
                .map(block -> block.place() + ": " + block.address() + " is not encrypted");
        return Stream.of(queues, disks, volumes).flatMap(found -> found);
    }

    private static Stream<String> endlessLogs(Configuration files) {
        Stream<String> groups = files.resources("aws_cloudwatch_log_group")
                .filter(block -> block.value("retention_in_days").isEmpty() || block.has("retention_in_days", "0"))
                .map(block -> block.place() + ": " + block.address() + " is kept for ever");
        Stream<String> functions = files.resources("aws_lambda_function")
                .filter(function -> files.resources("aws_cloudwatch_log_group").noneMatch(function::refersTo))
                .map(block -> block.place() + ": " + block.address() + " writes to a log that is kept for ever");
        return Stream.concat(groups, functions);
    }

    private static Stream<String> secretsInState(Configuration files) {
        return files.of("resource")
                .filter(block -> SECRETS_IN_STATE.contains(block.labels().get(0)))
                .map(block -> block.place() + ": " + block.address() + " puts a secret into the state");
    }

    private static Stream<String> secretsInFiles(Configuration files) {
        Stream<String> values = files.blocks().stream().flatMap(block -> block.expressions()
                .filter(Expression.Word.class::isInstance)
                .filter(value -> LOOKS_SECRET.matcher(value.shown()).find())
                .map(value -> block.place() + ": " + block.address() + " holds what looks like a secret"));
        Stream<String> variables = files.of("variable")
                .filter(block -> SECRET_NAME.matcher(block.labels().get(0)).find())
                .map(block ->
                        block.place() + ": " + block.address() + " asks for a secret, which would lie in the state");
        Stream<String> attributes = files.blocks().stream()
                .flatMap(Block::all)
                .flatMap(block -> block.attributes().keySet().stream()
                        .filter(name -> SECRET_NAME.matcher(name).find())
                        .map(name -> block.place() + ": '" + name + "' is a secret"));
        return Stream.of(values, variables, attributes).flatMap(found -> found);
    }
}
