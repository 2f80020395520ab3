package io.streamgauge.terraform;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What holds of every Terraform file here.
 *
 * @param name also that of the file among the test's resources that breaks it
 * @param breaches places that break it, each with what is wrong there
 */
record Rule(String name, Function<Configuration, Stream<String>> breaches) {

    List<String> check(Configuration configuration) {
        return breaches.apply(configuration).sorted().toList();
    }

    static List<Rule> all() {
        return Stream.of(AccessRules.ALL, KeepingRules.ALL, FunctionRules.ALL, FormRules.ALL)
                .flatMap(List::stream)
                .toList();
    }
}
