package io.streamgauge.terraform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the blocks of a Terraform file; what is no such file is refused with its line. */
final class TerraformFile {

    private final String name;
    private final String folder;
    private final Scanner text;
    private final ExpressionReader expressions;

    private TerraformFile(String name, String folder, Scanner text) {
        this.name = name;
        this.folder = folder;
        this.text = text;
        this.expressions = new ExpressionReader(text);
    }

    /** @throws IllegalArgumentException naming the line and what was expected there */
    static List<Block> read(String name, String content) {
        int slash = name.lastIndexOf('/');
        String folder = slash < 0 ? "" : name.substring(0, slash);
        return new TerraformFile(name, folder, new Scanner(name, content)).file();
    }

    /** The values of a file of variables. */
    static Map<String, Expression> readValues(String name, String content) {
        TerraformFile file = new TerraformFile(name, "", new Scanner(name, content));
        Body body = file.body(false);
        if (!body.blocks().isEmpty()) {
            throw new IllegalArgumentException(name + ": a file of values holds a block");
        }
        return body.attributes();
    }

    private record Body(Map<String, Expression> attributes, List<Block> blocks) {}

    private List<Block> file() {
        Body body = body(false);
        if (!body.attributes().isEmpty()) {
            throw new IllegalArgumentException(
                    name + ": '" + body.attributes().keySet().iterator().next() + "' stands outside of a block");
        }
        return body.blocks();
    }

    private Body body(boolean isInBraces) {
        Body body = new Body(new LinkedHashMap<>(), new ArrayList<>());
        while (true) {
            text.skipLines();
            if (isInBraces ? text.takes("}") : text.isAtEnd()) {
                return body;
            }
            int line = text.line();
            String word = text.name();
            text.skipSpace();
            if (text.takesAssignment()) {
                text.skipSpace();
                Expression value = expressions.read(true);
                if (body.attributes().put(word, value) != null) {
                    throw text.failure("'" + word + "' is there twice");
                }
                endOfLine(isInBraces);
            } else {
                body.blocks().add(block(word, line));
                endOfLine(isInBraces);
            }
        }
    }

    private Block block(String type, int line) {
        List<String> labels = new ArrayList<>();
        while (!text.takes("{")) {
            labels.add(
                    text.isAt('"')
                            ? expressions.read(true).constant().orElseThrow(() -> text.failure("expected a label"))
                            : text.name());
            text.skipSpace();
        }
        Body body = body(true);
        return new Block(name + ":" + line, folder, type, labels, body.attributes(), body.blocks());
    }

    private void endOfLine(boolean isInBraces) {
        text.skipSpace();
        boolean ends = text.isAtEnd() || text.isAt('\n') || isInBraces && text.isAt('}');
        if (!ends) {
            throw text.failure("expected the end of the line");
        }
    }
}
