package io.streamgauge.twitch;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** The JSON of a Get Streams answer: {@code {"data":[…],"pagination":{"cursor":"…"}}}. */
record StreamsBody(List<StreamRow> rows, String cursor) {

    /** What a field that nobody knows of yet holds must not cost the page; its size is bounded by the answer's. */
    private static final StreamReadConstraints ANY_SIZE = StreamReadConstraints.builder()
            .maxNestingDepth(Integer.MAX_VALUE)
            .maxNumberLength(Integer.MAX_VALUE)
            .maxNameLength(Integer.MAX_VALUE)
            .maxStringLength(Integer.MAX_VALUE)
            .build();

    private static final JsonFactory JSON =
            JsonFactory.builder().streamReadConstraints(ANY_SIZE).build();

    static StreamsBody read(byte[] body) {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), body)) {
            JsonToken start = json.nextToken();
            if (start == null) {
                throw BodyException.broken("is empty");
            }
            if (start != JsonToken.START_OBJECT) {
                throw BodyException.unexpected("is " + JsonWords.of(start) + ", expected an object with 'data'");
            }
            StreamsBody page = object(json, body);
            if (json.nextToken() != null) {
                throw BodyException.broken("goes on after its end");
            }
            return page;
        } catch (JacksonException e) {
            throw BodyException.broken(
                    "is not JSON, or not to its end: byte " + e.getLocation().getByteOffset() + " does not fit");
        }
    }

    private static StreamsBody object(JsonParser json, byte[] body) {
        List<StreamRow> rows = null;
        String cursor = null;
        List<String> names = new ArrayList<>();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            names.add(name);
            JsonToken value = json.nextToken();
            switch (name) {
                case "data" -> rows = rows(json, body, value);
                case "pagination" -> cursor = cursor(json, value);
                default -> json.skipChildren();
            }
        }
        if (rows == null) {
            throw BodyException.unexpected("has the fields " + names + ", expected 'data'");
        }
        return new StreamsBody(rows, cursor);
    }

    private static List<StreamRow> rows(JsonParser json, byte[] body, JsonToken value) {
        if (value != JsonToken.START_ARRAY) {
            throw BodyException.unexpected("has in 'data' " + JsonWords.of(value) + ", expected an array");
        }
        List<StreamRow> rows = new ArrayList<>(100);
        while (json.nextToken() != JsonToken.END_ARRAY) {
            rows.add(StreamRowReader.read(json, body));
        }
        return rows;
    }

    private static String cursor(JsonParser json, JsonToken value) {
        if (value == JsonToken.VALUE_NULL) {
            return null;
        }
        if (value != JsonToken.START_OBJECT) {
            throw BodyException.unexpected("has in 'pagination' " + JsonWords.of(value) + ", expected an object");
        }
        String cursor = null;
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            boolean isCursor = json.currentName().equals("cursor");
            JsonToken token = json.nextToken();
            if (isCursor && token == JsonToken.VALUE_STRING) {
                cursor = json.getString();
            } else if (isCursor && token != JsonToken.VALUE_NULL) {
                throw BodyException.unexpected("has as cursor " + JsonWords.of(token) + ", expected text");
            } else {
                json.skipChildren();
            }
        }
        return cursor == null || cursor.isEmpty() ? null : cursor;
    }
}
