package io.streamgauge.twitch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** Reads IGDB's rows, in which a key without a value is absent. */
final class IgdbRows {

    /** The fields that a game is read from. */
    static final String GAME_FIELDS = "name,slug,genres.name,themes.name,game_modes.name,first_release_date,"
            + "involved_companies.company.name,involved_companies.developer,involved_companies.publisher,"
            + "game_type,total_rating,cover.image_id";

    private IgdbRows() {}

    static IgdbGame game(JsonNode row) {
        return new IgdbGame(
                row.path("id").asLong(),
                row.path("name").asString(""),
                row.path("slug").asString(""),
                labels(row.path("genres")),
                labels(row.path("themes")),
                labels(row.path("game_modes")),
                companies(row, company -> company.path("developer").asBoolean(false)),
                companies(row, company -> company.path("publisher").asBoolean(false)),
                row.path("first_release_date").isIntegralNumber()
                        ? Instant.ofEpochSecond(row.path("first_release_date").longValue())
                        : null,
                row.path("game_type").isIntegralNumber() ? row.path("game_type").longValue() : null,
                row.path("total_rating").isNumber() ? row.path("total_rating").doubleValue() : null,
                row.path("cover").path("image_id").isString()
                        ? row.path("cover").path("image_id").asString()
                        : null);
    }

    private static List<IgdbGame.Label> companies(JsonNode row, Predicate<JsonNode> isAsked) {
        List<IgdbGame.Label> companies = new ArrayList<>();
        for (JsonNode involved : row.path("involved_companies")) {
            if (isAsked.test(involved)) {
                label(involved.path("company"), companies);
            }
        }
        return companies;
    }

    private static List<IgdbGame.Label> labels(JsonNode rows) {
        List<IgdbGame.Label> labels = new ArrayList<>();
        rows.forEach(row -> label(row, labels));
        return labels;
    }

    /** Adds what a row stands for; one without a name is known by its id alone. */
    private static void label(JsonNode row, List<IgdbGame.Label> labels) {
        long id = row.isIntegralNumber() ? row.longValue() : row.path("id").asLong(0);
        if (id > 0) {
            labels.add(new IgdbGame.Label(id, row.path("name").asString(String.valueOf(id))));
        }
    }
}
