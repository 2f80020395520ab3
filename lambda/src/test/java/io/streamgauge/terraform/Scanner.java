package io.streamgauge.terraform;

/** The letters of a file, one after the other. */
final class Scanner {

    private final String name;
    private final String text;
    private int at;

    Scanner(String name, String text) {
        this.name = name;
        this.text = text;
    }

    boolean isAtEnd() {
        return at >= text.length();
    }

    boolean isAt(char letter) {
        return !isAtEnd() && text.charAt(at) == letter;
    }

    boolean isAt(String word) {
        return text.startsWith(word, at);
    }

    boolean takes(String word) {
        if (!isAt(word)) {
            return false;
        }
        at += word.length();
        return true;
    }

    /** An equals sign that is not the first of two. */
    boolean takesAssignment() {
        return !isAt("==") && !isAt("=>") && takes("=");
    }

    void require(String word) {
        if (!takes(word)) {
            throw failure("expected '" + word + "'");
        }
    }

    char take() {
        if (isAtEnd()) {
            throw failure("the file ends too early");
        }
        return text.charAt(at++);
    }

    boolean isAtName() {
        return !isAtEnd() && (Character.isLetter(text.charAt(at)) || text.charAt(at) == '_');
    }

    boolean isAtDigit() {
        return !isAtEnd() && Character.isDigit(text.charAt(at));
    }

    String name() {
        if (!isAtName()) {
            throw failure("expected a name");
        }
        int start = at;
        while (!isAtEnd() && (Character.isLetterOrDigit(text.charAt(at)) || "_-".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        return text.substring(start, at);
    }

    String number() {
        int start = at;
        while (!isAtEnd() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        return text.substring(start, at);
    }

    /** Spaces and comments, but no end of a line. */
    void skipSpace() {
        while (true) {
            if (isAt(' ') || isAt('\t') || isAt('\r')) {
                at++;
            } else if (isAt('#') || isAt("//")) {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (isAt("/*")) {
                int end = text.indexOf("*/", at);
                if (end < 0) {
                    throw failure("a comment does not end");
                }
                at = end + 2;
            } else {
                return;
            }
        }
    }

    /** Ends of lines too. */
    void skipLines() {
        skipSpace();
        while (isAt('\n')) {
            at++;
            skipSpace();
        }
    }

    int line() {
        return 1
                + (int) text.substring(0, Math.min(at, text.length()))
                        .chars()
                        .filter(letter -> letter == '\n')
                        .count();
    }

    IllegalArgumentException failure(String what) {
        int end = text.indexOf('\n', Math.min(at, text.length()));
        String rest = isAtEnd()
                ? "the end"
                : "'" + text.substring(at, end < 0 ? text.length() : end).strip() + "'";
        return new IllegalArgumentException(name + ":" + line() + ": " + what + ", found " + rest);
    }
}
