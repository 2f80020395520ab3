package io.streamgauge.terraform;

import io.streamgauge.terraform.Expression.Call;
import io.streamgauge.terraform.Expression.Items;
import io.streamgauge.terraform.Expression.Literal;
import io.streamgauge.terraform.Expression.Other;
import io.streamgauge.terraform.Expression.Reference;
import io.streamgauge.terraform.Expression.Table;
import io.streamgauge.terraform.Expression.Text;
import io.streamgauge.terraform.Expression.Word;
import java.util.ArrayList;
import java.util.List;

/** Reads expressions, by the grammar of HCL. */
final class ExpressionReader {

    /** Operators, those that bind least first. */
    private static final List<List<String>> OPERATORS = List.of(
            List.of("||"),
            List.of("&&"),
            List.of("==", "!="),
            List.of("<=", ">=", "<", ">"),
            List.of("+", "-"),
            List.of("*", "/", "%"));

    private final Scanner text;

    ExpressionReader(Scanner text) {
        this.text = text;
    }

    /** @param endsWithLine whether the end of a line ends it, as it does outside of brackets */
    Expression read(boolean endsWithLine) {
        Expression condition = operation(0, endsWithLine);
        skip(endsWithLine);
        if (!text.takes("?")) {
            return condition;
        }
        skip(false);
        Expression yes = read(endsWithLine);
        skip(endsWithLine);
        text.require(":");
        skip(false);
        return new Other("?", List.of(condition, yes, read(endsWithLine)));
    }

    private Expression operation(int level, boolean endsWithLine) {
        if (level == OPERATORS.size()) {
            return unary(endsWithLine);
        }
        Expression left = operation(level + 1, endsWithLine);
        while (true) {
            skip(endsWithLine);
            String operator = OPERATORS.get(level).stream()
                    .filter(text::isAt)
                    .filter(any -> !text.isAt("=>"))
                    .findFirst()
                    .orElse(null);
            if (operator == null) {
                return left;
            }
            text.require(operator);
            skip(false);
            left = new Other(operator, List.of(left, operation(level + 1, endsWithLine)));
        }
    }

    private Expression unary(boolean endsWithLine) {
        if (text.takes("!") || text.takes("-")) {
            skip(endsWithLine);
            return new Other("not", List.of(unary(endsWithLine)));
        }
        return primary();
    }

    private Expression primary() {
        if (text.takes("\"")) {
            return quoted();
        }
        if (text.isAt("<<")) {
            throw text.failure("text on several lines is not read: put it into a file");
        }
        if (text.takes("(")) {
            Expression inner = read(false);
            skip(false);
            text.require(")");
            return taken("()", List.of(inner));
        }
        if (text.takes("[")) {
            return list();
        }
        if (text.takes("{")) {
            return table();
        }
        if (text.isAtDigit()) {
            return new Literal(text.number());
        }
        return named(text.name());
    }

    private Expression named(String name) {
        if (List.of("true", "false", "null").contains(name)) {
            return new Literal(name);
        }
        if (text.takes("(")) {
            List<Expression> arguments = new ArrayList<>();
            for (skip(false); !text.takes(")"); skip(false)) {
                arguments.add(read(false));
                skip(false);
                boolean spreads = text.takes("...");
                if (!text.takes(",") && !text.isAt(')') || spreads && !text.isAt(')')) {
                    throw text.failure("expected ',' or ')'");
                }
            }
            return taken(new Call(name, arguments));
        }
        return taken(name, List.of());
    }

    /** What is taken from the value of a call, if anything. */
    private Expression taken(Call call) {
        boolean takesMore = text.isAt('.') || text.isAt('[');
        return takesMore ? taken(call.function() + "()", List.of(call)) : call;
    }

    private Expression taken(String start, List<Expression> before) {
        StringBuilder path = new StringBuilder(start);
        List<Expression> parts = new ArrayList<>(before);
        while (true) {
            if (text.isAt("...")) {
                break;
            } else if (text.takes(".")) {
                path.append('.').append(text.takes("*") ? "*" : text.isAtDigit() ? text.number() : text.name());
            } else if (text.takes("[*]")) {
                path.append("[*]");
            } else if (text.takes("[")) {
                skip(false);
                parts.add(read(false));
                skip(false);
                text.require("]");
                path.append("[]");
            } else {
                break;
            }
        }
        return new Reference(path.toString(), parts);
    }

    private Expression list() {
        skip(false);
        if (isAtLoop()) {
            return loop("]");
        }
        List<Expression> items = new ArrayList<>();
        for (; !text.takes("]"); skip(false)) {
            items.add(read(false));
            skip(false);
            if (!text.takes(",") && !text.isAt(']')) {
                throw text.failure("expected ',' or ']'");
            }
        }
        return new Items(items);
    }

    private Expression table() {
        skip(false);
        if (isAtLoop()) {
            return loop("}");
        }
        List<Expression> entries = new ArrayList<>();
        for (; !text.takes("}"); skip(false)) {
            entries.add(primary());
            skip(true);
            if (!text.takesAssignment() && !text.takes(":")) {
                throw text.failure("expected '='");
            }
            skip(true);
            entries.add(read(true));
            skip(true);
            if (!text.takes(",") && !text.isAt('\n') && !text.isAt('}')) {
                throw text.failure("expected the end of the line");
            }
        }
        return new Table(entries);
    }

    private boolean isAtLoop() {
        return text.isAt("for ");
    }

    private Expression loop(String end) {
        text.require("for");
        List<Expression> parts = new ArrayList<>();
        skip(false);
        text.name();
        skip(false);
        if (text.takes(",")) {
            skip(false);
            text.name();
            skip(false);
        }
        text.require("in");
        skip(false);
        parts.add(read(false));
        skip(false);
        text.require(":");
        skip(false);
        parts.add(read(false));
        skip(false);
        if (text.takes("=>")) {
            skip(false);
            parts.add(read(false));
            skip(false);
            text.takes("...");
            skip(false);
        }
        if (text.takes("if")) {
            skip(false);
            parts.add(read(false));
            skip(false);
        }
        text.require(end);
        return new Other("for", parts);
    }

    private Expression quoted() {
        List<Expression> parts = new ArrayList<>();
        StringBuilder words = new StringBuilder();
        while (!text.takes("\"")) {
            if (text.isAt('\n')) {
                throw text.failure("text in quotes does not end");
            } else if (text.takes("$${")) {
                words.append("${");
            } else if (text.isAt("%{")) {
                throw text.failure("directives are not read");
            } else if (text.takes("${")) {
                parts.add(new Word(words.toString()));
                words.setLength(0);
                parts.add(filledIn());
            } else if (text.takes("\\")) {
                words.append(escaped(text.take()));
            } else {
                words.append(text.take());
            }
        }
        parts.add(new Word(words.toString()));
        parts.removeIf(part -> part instanceof Word word && word.text().isEmpty());
        return new Text(parts);
    }

    private Expression filledIn() {
        skip(false);
        Expression value = read(false);
        skip(false);
        text.require("}");
        return value;
    }

    private char escaped(char letter) {
        return switch (letter) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case '"', '\\' -> letter;
            default -> throw text.failure("'\\" + letter + "' is no escape that is read");
        };
    }

    private void skip(boolean endsWithLine) {
        if (endsWithLine) {
            text.skipSpace();
        } else {
            text.skipLines();
        }
    }
}
