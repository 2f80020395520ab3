package io.streamgauge.twitch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class StreamsBodyTest {

    private static final String REQUIRED = "\"id\":\"1\",\"user_id\":\"2\",\"viewer_count\":3";

    @Test
    void everyFieldOfARowIsRead() {
        StreamsBody body = read(Streams.page(List.of(Streams.row(5, 17)), "next"));

        assertThat(body)
                .isEqualTo(new StreamsBody(
                        List.of(new StreamRow(
                                "5",
                                "95",
                                "login5",
                                "Name5",
                                "7",
                                "Chess",
                                "live",
                                "Hello, \"world\"",
                                List.of("English"),
                                17L,
                                "2026-11-22T08:00:00Z",
                                "en",
                                "https://x/{width}x{height}.jpg",
                                List.of(),
                                false,
                                null,
                                null,
                                null)),
                        "next"));
    }

    @Test
    void nullAndAbsentFieldsAreNull() {
        StreamRow row = row("{" + REQUIRED + ",\"tags\":null,\"title\":null,\"game_id\":\"\"}");

        assertThat(row.fits()).isTrue();
        assertThat(row.tags()).isNull();
        assertThat(row.title()).isNull();
        assertThat(row.gameId()).isEmpty();
        assertThat(row.language()).isNull();
        assertThat(row.extra()).isNull();
    }

    @Test
    void unknownFieldsAreKeptVerbatimInOrderOfArrival() {
        StreamRow row = row(
                "{ \"zeta\" : [1,  2.50, {\"é\":\"\\u00e9\"}], " + REQUIRED + ", \"alpha\":1e400 ,\"ü\\n\": \"😀\" }");

        assertThat(row.fits()).isTrue();
        assertThat(row.extra())
                .isEqualTo("{\"zeta\" : [1,  2.50, {\"é\":\"\\u00e9\"}],\"alpha\":1e400,\"ü\\n\": \"😀\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"title\":\"half \\ud83d\"",
                "\"title\":\"\\udE00 other half\"",
                "\"title\":\"\\ude00\\ud83d\"",
                "\"tags\":[\"\\ud83d\"]",
                "\"title\":\"first\",\"title\":\"second\""
            })
    void aRowWhoseFieldsDoNotTellAllFitsAndKeepsItsText(String fields) {
        String json = "{" + REQUIRED + ", " + fields + "}";

        assertThat(row(json).fits()).isTrue();
        assertThat(row(json).raw()).isEqualTo(json);
    }

    @Test
    void wholePairsAndRepeatedUnknownFieldsNeedNoCopyOfTheRow() {
        StreamRow row = row("{" + REQUIRED + ",\"title\":\"\\ud83d\\ude00 😀\",\"x\":1,\"x\":2}");

        assertThat(row.title()).isEqualTo("😀 😀");
        assertThat(row.extra()).isEqualTo("{\"x\":1,\"x\":2}");
        assertThat(row.raw()).isNull();
    }

    @Test
    void noUnknownFieldIsTooLongOrTooDeep() {
        String deep = "[".repeat(20_000) + "]".repeat(20_000);
        String fields =
                "\"deep\":" + deep + ",\"long\":" + "9".repeat(20_000) + ",\"" + "n".repeat(100_000) + "\":1e-9999";

        StreamRow row = row("{" + REQUIRED + "," + fields + "}");

        assertThat(row.fits()).isTrue();
        assertThat(row.extra()).isEqualTo("{" + fields + "}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "viewer_count":[1,2]        | viewer_count is an array, expected a whole number
            "viewer_count":"12"         | viewer_count is text, expected a whole number
            "viewer_count":1.5          | viewer_count is a number with a fraction or an exponent, expected a whole number
            "viewer_count":1e3          | viewer_count is a number with a fraction or an exponent, expected a whole number
            "viewer_count":null         | viewer_count is missing
            "viewer_count":-1           | viewer_count is -1, expected a number of viewers
            "viewer_count":99999999999999999999 | viewer_count is 99999999999999999999, expected a number of viewers
            "id":7                      | id is a whole number, expected text
            "id":""                     | id is empty
            "user_id":{"a":[1]}         | user_id is an object, expected text
            "title":false               | title is true or false, expected text
            "tags":"English"            | tags is text, expected an array of text
            "tags":["a",null,[2]]       | tags holds null, expected text
            "is_mature":"no"            | is_mature is text, expected true or false
            "title":1,"language":2      | title is a whole number, expected text; language is a whole number, expected text
            """)
    void aRowThatDoesNotFitSaysWhyAndKeepsItsText(String fields, String problem) {
        String bad = "{\"id\":\"1\",\"user_id\":\"2\", \"viewer_count\":3," + fields + "}";
        String only = bad.replace(fields.startsWith("\"viewer") ? " \"viewer_count\":3," : " ", "");

        StreamsBody body = read(Streams.page(List.of(Streams.row(1, 10), only, Streams.row(2, 9)), null));

        assertThat(body.rows()).extracting(StreamRow::problem).containsExactly(null, problem, null);
        assertThat(body.rows().get(1).raw()).isEqualTo(only);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            null      | the row is null, expected an object
            [{"a":1}] | the row is an array, expected an object
            "text"    | the row is text, expected an object
            {}        | id is missing; user_id is missing; viewer_count is missing
            """)
    void whatIsNoRowIsKeptAsText(String bad, String problem) {
        StreamsBody body = read(Streams.page(List.of(bad, Streams.row(2, 9)), null));

        assertThat(body.rows()).extracting(StreamRow::problem).containsExactly(problem, null);
        assertThat(body.rows().get(0).raw()).isEqualTo(bad);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"data\":[]}",
                "{\"data\":[],\"pagination\":{}}",
                "{\"data\":[],\"pagination\":null}",
                "{\"pagination\":{\"cursor\":null},\"data\":[]}",
                "{\"data\":[],\"pagination\":{\"cursor\":\"\",\"other\":[1]},\"total\":{\"a\":1}}"
            })
    void aPageWithoutACursorIsTheLast(String body) {
        assertThat(read(body)).isEqualTo(new StreamsBody(List.of(), null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [{"id":"1"}]                         | is an array, expected an object with 'data'
            "text"                               | is text, expected an object with 'data'
            {"streams":[],"_total":5}            | has the fields [streams, _total], expected 'data'
            {"data":{}}                          | has in 'data' an object, expected an array
            {"data":[],"pagination":[]}          | has in 'pagination' an array, expected an object
            {"data":[],"pagination":{"cursor":1}}| has as cursor a whole number, expected text
            """)
    void jsonOfAnotherFormIsRefusedAsAWhole(String body, String message) {
        assertThatThrownBy(() -> read(body))
                .isInstanceOfSatisfying(
                        BodyException.class, e -> assertThat(e.isBroken()).isFalse())
                .hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"data\":[{\"id\":\"1\"", "<html>", "{\"data\":[]} x", "{\"data\":[],}", "\u0000"})
    void whatIsNotWholeJsonIsBroken(String body) {
        assertThatThrownBy(() -> read(body)).isInstanceOfSatisfying(BodyException.class, e -> assertThat(e.isBroken())
                .isTrue());
    }

    private static StreamRow row(String json) {
        return read(Streams.page(List.of(json), null)).rows().get(0);
    }

    private static StreamsBody read(String body) {
        return StreamsBody.read(body.getBytes(StandardCharsets.UTF_8));
    }
}
