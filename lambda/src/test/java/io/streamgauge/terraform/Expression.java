package io.streamgauge.terraform;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A value in a Terraform file, as it is written: nothing is computed. */
sealed interface Expression {

    /** The expressions in it. */
    List<Expression> parts();

    /** Text in quotes; its parts are {@link Word}s and what stands in <code>${…}</code>. */
    record Text(List<Expression> parts) implements Expression {}

    /** Letters as they are. */
    record Word(String text) implements Expression {

        @Override
        public List<Expression> parts() {
            return List.of();
        }
    }

    /** A number, {@code true}, {@code false} or {@code null}. */
    record Literal(String text) implements Expression {

        @Override
        public List<Expression> parts() {
            return List.of();
        }
    }

    /** A name and what is taken from it, such as {@code aws_s3_bucket.lake.arn}; its parts are what stands in brackets. */
    record Reference(String path, List<Expression> parts) implements Expression {}

    record Items(List<Expression> parts) implements Expression {}

    /** Keys and values one after the other. */
    record Table(List<Expression> parts) implements Expression {

        Optional<Expression> value(String key) {
            for (int at = 0; at < parts.size(); at += 2) {
                Expression found = parts.get(at);
                boolean is = found instanceof Reference name && name.path().equals(key)
                        || found.constant().filter(key::equals).isPresent();
                if (is) {
                    return Optional.of(parts.get(at + 1));
                }
            }
            return Optional.empty();
        }

        List<Expression> keys() {
            return Stream.iterate(0, at -> at < parts.size(), at -> at + 2)
                    .map(parts::get)
                    .toList();
        }
    }

    record Call(String function, List<Expression> parts) implements Expression {}

    /** Anything else: an operation, a condition, a loop. */
    record Other(String kind, List<Expression> parts) implements Expression {}

    /** It and all in it. */
    default Stream<Expression> all() {
        return Stream.concat(Stream.of(this), parts().stream().flatMap(Expression::all));
    }

    /** The text, where it is one without anything to fill in. */
    default Optional<String> constant() {
        if (!(this instanceof Text text)) {
            return Optional.empty();
        }
        StringBuilder words = new StringBuilder();
        for (Expression part : text.parts()) {
            if (!(part instanceof Word word)) {
                return Optional.empty();
            }
            words.append(word.text());
        }
        return Optional.of(words.toString());
    }

    default boolean is(String literal) {
        return this instanceof Literal found && found.text().equals(literal);
    }

    /** All that is referred to. */
    default Stream<String> references() {
        return all().filter(Reference.class::isInstance).map(part -> ((Reference) part).path());
    }

    /** For messages and comparisons: text as it would read, with <code>${…}</code> where something is filled in. */
    default String shown() {
        if (this instanceof Text text) {
            StringBuilder words = new StringBuilder();
            for (Expression part : text.parts()) {
                words.append(part instanceof Word word ? word.text() : "${" + part.shown() + "}");
            }
            return words.toString();
        }
        if (this instanceof Word word) {
            return word.text();
        }
        if (this instanceof Literal literal) {
            return literal.text();
        }
        return this instanceof Reference reference ? reference.path() : "…";
    }
}
