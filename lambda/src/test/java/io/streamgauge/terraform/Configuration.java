package io.streamgauge.terraform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** All Terraform files below a folder. */
record Configuration(List<Block> blocks) {

    static Configuration read(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            List<Block> blocks = new ArrayList<>();
            for (Path file :
                    files.filter(any -> any.toString().endsWith(".tf")).sorted().toList()) {
                blocks.addAll(TerraformFile.read(root.relativize(file).toString(), Files.readString(file)));
            }
            return new Configuration(List.copyOf(blocks));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Stream<Block> resources(String kind) {
        return blocks.stream().filter(block -> block.isResource(kind));
    }

    Stream<Block> of(String type) {
        return blocks.stream().filter(block -> block.type().equals(type));
    }

    /** Statements of policies, each with the block that holds it. */
    Stream<Statement> statements() {
        return of("data")
                .filter(block -> block.labels().get(0).equals("aws_iam_policy_document"))
                .flatMap(policy -> policy.inner("statement").map(statement -> new Statement(policy, statement)));
    }

    /** @param policy the document that it is part of */
    record Statement(Block policy, Block block) {

        boolean allows() {
            return !block.text("effect").filter("Deny"::equals).isPresent();
        }

        /** As {@code document.sid}. */
        String name() {
            return policy.labels().get(1)
                    + block.text("sid").map(sid -> "." + sid).orElse("");
        }

        /** The values of a list of texts. */
        Stream<String> values(String attribute) {
            return block.value(attribute).stream()
                    .flatMap(list -> list instanceof Expression.Items ? list.parts().stream() : Stream.of(list))
                    .map(Expression::shown);
        }
    }
}
