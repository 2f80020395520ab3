package io.streamgauge.terraform;

import java.util.List;
import java.util.stream.Stream;

/** The function and what calls it: failures are tried again, kept and told of. */
final class FunctionRules {

    static final List<Rule> ALL = List.of(
            new Rule("functions-keep-what-failed", FunctionRules::lost),
            new Rule("functions-start-from-a-snapshot", FunctionRules::slowStarts),
            new Rule("schedules-call-a-version", FunctionRules::unpublished),
            new Rule("schedules-tell-their-time", FunctionRules::timeless),
            new Rule("schedules-keep-what-failed", FunctionRules::dropped),
            new Rule("alarms-know-silence", FunctionRules::silent));

    private FunctionRules() {}

    private static Stream<String> lost(Configuration files) {
        return files.resources("aws_lambda_function")
                .filter(function -> files.resources("aws_lambda_function_event_invoke_config")
                        .noneMatch(config -> config.refersTo(function)
                                && config.all().anyMatch(inner -> inner.type().equals("on_failure"))))
                .map(block -> block.place() + ": what " + block.address() + " fails at is lost");
    }

    private static Stream<String> slowStarts(Configuration files) {
        return files.resources("aws_lambda_function")
                .filter(block -> !block.has("publish", "true")
                        || block.inner("snap_start").noneMatch(inner -> inner.text("apply_on")
                                .filter("PublishedVersions"::equals)
                                .isPresent()))
                .map(block -> block.place() + ": " + block.address() + " publishes no version with a snapshot");
    }

    private static Stream<Block> targets(Configuration files) {
        return files.resources("aws_scheduler_schedule").flatMap(schedule -> schedule.inner("target"));
    }

    private static Stream<String> unpublished(Configuration files) {
        return targets(files)
                .filter(target -> target.value("arn")
                        .filter(arn -> arn.shown().startsWith("aws_lambda_alias."))
                        .isEmpty())
                .map(target -> target.place() + ": the schedule does not call an alias");
    }

    /** Without the time of the schedule a repeated event would mean another slot; jsonencode writes it as nobody knows it. */
    private static Stream<String> timeless(Configuration files) {
        return targets(files)
                .filter(target -> target.text("input")
                        .filter("{\"time\": \"<aws.scheduler.scheduled-time>\"}"::equals)
                        .isEmpty())
                .map(target -> target.place() + ": the schedule does not tell its time as text");
    }

    private static Stream<String> dropped(Configuration files) {
        return targets(files)
                .filter(target -> target.inner("dead_letter_config").findAny().isEmpty()
                        || target.inner("retry_policy").findAny().isEmpty())
                .map(target -> target.place() + ": what the schedule cannot deliver is lost");
    }

    private static Stream<String> silent(Configuration files) {
        return files.resources("aws_cloudwatch_metric_alarm")
                .filter(block -> block.value("treat_missing_data").isEmpty()
                        || block.value("alarm_actions").isEmpty()
                        || block.value("alarm_description").isEmpty())
                .map(block -> block.place() + ": " + block.address()
                        + " does not say what it means, whom it tells, or what no data means");
    }
}
