package io.streamgauge.web;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The parameters of a request, read one by one and refused in words that name them. */
final class Parameters {

    static final int LONGEST_TEXT = 200;

    private final Map<String, List<String>> given;

    private Parameters(Map<String, List<String>> given) {
        this.given = given;
    }

    static Parameters of(Context context) {
        return new Parameters(context.queryParamMap());
    }

    /** Refuses every parameter that is not among the known ones, and any given twice. */
    Parameters allowing(List<String> known) {
        for (Map.Entry<String, List<String>> entry : given.entrySet()) {
            String name = entry.getKey();
            if (!known.contains(name)) {
                String shown = name.length() <= 40 ? name : name.substring(0, name.offsetByCodePoints(0, 20)) + "…";
                String hint = name.length() > 40
                        ? ""
                        : Nearest.to(name, known)
                                .map(near -> "; did you mean '" + near + "'?")
                                .orElse("");
                throw RefusedRequest.badRequest("Unknown parameter '" + shown + "', expected "
                        + (known.isEmpty() ? "none" : "one of " + String.join(", ", known)) + hint);
            }
            if (entry.getValue().size() > 1) {
                throw RefusedRequest.badRequest(
                        "Parameter '" + name + "' is given " + entry.getValue().size() + " times, expected once");
            }
        }
        return this;
    }

    /** Those of the named ones that are there, in the order of their names. */
    Map<String, String> given(List<String> names) {
        Map<String, String> found = new LinkedHashMap<>();
        names.forEach(name -> text(name).ifPresent(value -> found.put(name, value)));
        return found;
    }

    Optional<String> text(String name) {
        List<String> values = given.getOrDefault(name, List.of());
        if (values.isEmpty()) {
            return Optional.empty();
        }
        String value = values.get(0);
        if (value.length() > LONGEST_TEXT) {
            throw RefusedRequest.badParameter(name, value, "at most " + LONGEST_TEXT + " characters");
        }
        return Optional.of(value);
    }

    int whole(String name, int otherwise, int smallest, int largest) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        String expected = "a whole number between " + smallest + " and " + largest;
        try {
            int value = Integer.parseInt(text.get());
            if (value >= smallest && value <= largest) {
                return value;
            }
        } catch (NumberFormatException notWhole) {
            throw RefusedRequest.badParameter(name, text.get(), expected);
        }
        throw RefusedRequest.badParameter(name, text.get(), expected);
    }

    /** One of a closed set, {@code names} saying what there is. */
    <T> Optional<T> choice(String name, Function<String, Optional<T>> byText, List<String> names) {
        return text(name).map(text -> byText.apply(text)
                .orElseThrow(() -> RefusedRequest.badParameter(name, text, "one of " + String.join(", ", names))));
    }
}
