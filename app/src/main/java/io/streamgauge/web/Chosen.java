package io.streamgauge.web;

import io.streamgauge.analytics.Lineup;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a request puts side by side: ids with commas between them, under the name of their kind. */
record Chosen(Lineup.Kind kind, List<String> ids) {

    private static final String LANGUAGE = "[A-Za-z0-9-]{1,20}";

    /** The parameters that choose, one of which may be given. */
    static final List<String> PARAMETERS =
            Arrays.stream(Lineup.Kind.values()).map(Lineup.Kind::text).toList();

    /** Empty where nothing is chosen. */
    static Optional<Chosen> of(Parameters parameters) {
        List<Chosen> chosen = Arrays.stream(Lineup.Kind.values())
                .map(kind -> of(kind, parameters.text(kind.text()).orElse("")))
                .filter(each -> !each.ids.isEmpty())
                .toList();
        if (chosen.size() > 1) {
            throw RefusedRequest.badRequest("Both " + chosen.get(0).kind.text() + " and "
                    + chosen.get(1).kind.text()
                    + " are given, expected one kind, since only like is compared with like");
        }
        return chosen.stream().findFirst();
    }

    private static Chosen of(Lineup.Kind kind, String text) {
        List<String> ids = Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .distinct()
                .toList();
        if (ids.size() > Lineup.MOST) {
            throw RefusedRequest.badParameter(kind.text(), text, "at most " + Lineup.MOST + ", found " + ids.size());
        }
        return new Chosen(kind, ids.stream().map(id -> id(kind, id)).toList());
    }

    private static String id(Lineup.Kind kind, String text) {
        return switch (kind) {
            case CHANNELS -> text;
            case CATEGORIES -> CategoryAddress.id(text);
            case LANGUAGES -> {
                if (!text.matches(LANGUAGE)) {
                    throw RefusedRequest.badParameter(kind.text(), text, "codes of languages such as en,de");
                }
                yield text;
            }
        };
    }

    static RefusedRequest unknown(Lineup.Kind kind, String id) {
        return kind == Lineup.Kind.CATEGORIES ? RefusedRequest.unknownCategory(id) : RefusedRequest.unknownChannel(id);
    }

    /** The value of the parameter that asks for these. */
    static String text(Lineup.Kind kind, List<String> ids) {
        return ids.stream()
                .map(id -> kind == Lineup.Kind.CATEGORIES ? CategoryAddress.segment(id) : id)
                .collect(Collectors.joining(","));
    }
}
