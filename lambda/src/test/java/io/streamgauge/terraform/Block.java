package io.streamgauge.terraform;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A block of a Terraform file, such as {@code resource "aws_s3_bucket" "lake" {…}}.
 *
 * @param place file and line, for messages
 */
record Block(
        String place,
        String folder,
        String type,
        List<String> labels,
        Map<String, Expression> attributes,
        List<Block> blocks) {

    /** As others refer to it: {@code aws_s3_bucket.lake}, {@code data.aws_iam_policy_document.x}, {@code var.name}. */
    String address() {
        String name = String.join(".", labels);
        return switch (type) {
            case "resource" -> name;
            case "variable" -> "var." + name;
            default -> type + "." + name;
        };
    }

    boolean isResource(String kind) {
        return type.equals("resource") && labels.get(0).equals(kind);
    }

    Optional<Expression> value(String name) {
        return Optional.ofNullable(attributes.get(name));
    }

    /** A constant text. */
    Optional<String> text(String name) {
        return value(name).flatMap(Expression::constant);
    }

    boolean has(String name, String literal) {
        return value(name).filter(value -> value.is(literal)).isPresent();
    }

    /** The blocks of a kind in it, dynamic ones too. */
    Stream<Block> inner(String kind) {
        return blocks.stream().flatMap(block -> {
            if (block.type().equals(kind)) {
                return Stream.of(block);
            }
            boolean isDynamic = block.type().equals("dynamic") && block.labels().equals(List.of(kind));
            return isDynamic ? block.inner("content") : Stream.empty();
        });
    }

    /** It and all in it. */
    Stream<Block> all() {
        return Stream.concat(Stream.of(this), blocks.stream().flatMap(Block::all));
    }

    /** All expressions in it and in its blocks. */
    Stream<Expression> expressions() {
        return all().flatMap(block -> block.attributes().values().stream()).flatMap(Expression::all);
    }

    /** Whether it refers to that block. */
    boolean refersTo(Block other) {
        String address = other.address() + ".";
        return expressions().flatMap(Expression::references).anyMatch(path -> (path + ".").startsWith(address));
    }
}
