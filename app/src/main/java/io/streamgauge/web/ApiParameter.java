package io.streamgauge.web;

import io.streamgauge.analytics.ComparedWith;
import io.streamgauge.analytics.Curves;
import io.streamgauge.analytics.Grain;
import io.streamgauge.analytics.PeriodName;
import io.streamgauge.analytics.RankedBy;
import io.streamgauge.analytics.RankingQuery;
import io.streamgauge.analytics.Releases;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What can be asked with an address, for the API's description. */
enum ApiParameter {
    FROM(
            "from",
            "Where the period begins: a date, a time of the zone such as 2026-11-22T10:15, or an instant.",
            text("2026-11-22")),
    TO("to", "Where it ends, itself not part of it.", text("2026-11-23")),
    PERIOD(
            "period",
            "A period by its name, in place of from and to.",
            oneOf(PeriodName.values(), PeriodName::text).put("default", PeriodName.LAST_DAY.text())),
    AT("at", "A time within the calendar period that is meant; the newest one without.", text("2026-11-22")),
    BROADCAST_AT("at", "A time at which the broadcast ran, where it is older than eight days.", text("2026-11-22")),
    MOMENT_AT(
            "at", "A time within the slot of the snapshot that is meant; the newest one without.", text("2026-11-22")),
    ZONE(
            "zone",
            "The time zone of dates, days, weeks and months.",
            text("Europe/Berlin").put("default", "UTC")),
    GRAIN("grain", "How fine the series is.", oneOf(Grain.values(), Grain::text).put("default", Grain.SNAPSHOT.text())),
    COMPARE(
            Comparing.PARAMETER,
            "What to compare with: " + Comparing.NONE + ", " + names(ComparedWith.values(), ComparedWith::text)
                    + ", or the date or the instant at which the other period begins.",
            text(ComparedWith.values()[0].text())),
    BY(
            "by",
            "What to rank by.",
            oneOf(RankedBy.values(), RankedBy::text).put("default", RankedBy.HOURS_WATCHED.text())),
    LIMIT("limit", "The most rows to answer.", whole(1, RankingQuery.LARGEST_LIMIT, RankingParameters.USUAL_LIMIT)),
    CURVES_LIMIT(
            "limit",
            "The most rows to answer.",
            whole(1, Curves.MOST, Math.min(Curves.MOST, RankingParameters.USUAL_LIMIT))),
    RISING_LIMIT("limit", "The most rows to answer.", whole(1, Risers.MOST, Risers.USUAL)),
    OFFSET("offset", "Rows to pass over.", whole(0, RankingParameters.LARGEST_OFFSET, 0)),
    LANGUAGE("language", "Counts only what was streamed in this language.", text("en")),
    CATEGORY("category", "Counts only what was streamed in the category of this id.", text("509658")),
    GENRE("genre", "Ranks only categories of the genre of this id at IGDB; those without any are none.", text("12")),
    THEME("theme", "Ranks only categories of the theme of this id at IGDB; those without any are none.", text("none")),
    MODE(
            "mode",
            "Ranks only categories of the game mode of this id at IGDB; those without any are none.",
            text("none")),
    RELEASES_LIMIT("limit", "The most games to answer.", whole(1, Releases.MOST, LabelApi.USUAL_RELEASES)),
    CHANNELS("channels", "At most five channels, by id or login, with commas between them.", text("100074,100148")),
    CATEGORIES("categories", "At most five categories, by id; the one without a name by none.", text("none")),
    LANGUAGES("languages", "At most five languages, by code.", text("en,es")),
    ONE_CATEGORY("category", "Looks at the category of this id alone; the one without a name is none.", text("none")),
    ONE_CHANNEL("channel", "Looks at this channel alone, by its id or its login.", text("100000")),
    Q("q", "A part of a name.", text("a")),
    FORMAT(
            "format",
            "What the answer is written in; rows alone in csv and parquet.",
            oneOf(ApiRoute.Form.NAMES.toArray(String[]::new), name -> name)),
    VERSION(
            Citing.VERSION,
            "The data version of a citation: what POST kept of this address then, to the byte.",
            text("")),
    SEARCH_LIMIT("limit", "The most channels, and the most categories.", whole(1, 100, 20));

    static final List<ApiParameter> PERIODS = List.of(FROM, TO, PERIOD, AT, ZONE);

    private final String text;
    private final String meaning;
    private final ObjectNode schema;

    ApiParameter(String text, String meaning, ObjectNode schema) {
        this.text = text;
        this.meaning = meaning;
        this.schema = schema;
    }

    /** The name in addresses. */
    String text() {
        return text;
    }

    String meaning() {
        return meaning;
    }

    ObjectNode schema() {
        return schema.deepCopy();
    }

    private static ObjectNode text(String example) {
        ObjectNode schema =
                JsonNodeFactory.instance.objectNode().put("type", "string").put("maxLength", Parameters.LONGEST_TEXT);
        if (!example.isEmpty()) {
            schema.putArray("examples").add(example);
        }
        return schema;
    }

    private static ObjectNode whole(int smallest, int largest, int usual) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", "integer")
                .put("minimum", smallest)
                .put("maximum", largest)
                .put("default", usual);
    }

    private static <E> ObjectNode oneOf(E[] values, Function<E, String> name) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "string");
        Arrays.stream(values).map(name).forEach(schema.putArray("enum")::add);
        return schema;
    }

    private static <E> String names(E[] values, Function<E, String> name) {
        return String.join(", ", Arrays.stream(values).map(name).toList());
    }
}
