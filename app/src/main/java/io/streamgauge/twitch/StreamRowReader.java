package io.streamgauge.twitch;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads one object of a page. What does not fit becomes the row's problem and never costs the page. */
final class StreamRowReader {

    private static final int LONGEST_COUNT = 18;

    private final JsonParser json;
    private final byte[] body;
    private final Map<String, String> problems = new LinkedHashMap<>();
    private final Set<String> names = new HashSet<>();
    private StringBuilder extra;
    private boolean fieldsTellAll = true;

    private String id;
    private String userId;
    private String userLogin;
    private String userName;
    private String gameId;
    private String gameName;
    private String type;
    private String title;
    private List<String> tags;
    private Long viewerCount;
    private String startedAt;
    private String language;
    private String thumbnailUrl;
    private List<String> tagIds;
    private Boolean isMature;

    private StreamRowReader(JsonParser json, byte[] body) {
        this.json = json;
        this.body = body;
    }

    /** Reads the value that the parser stands on, whatever it is, and leaves the parser at its end. */
    static StreamRow read(JsonParser json, byte[] body) {
        return new StreamRowReader(json, body).row();
    }

    private StreamRow row() {
        int start = startOffset();
        if (json.currentToken() == JsonToken.START_OBJECT) {
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                field(json.currentName());
            }
            require("id", id);
            require("user_id", userId);
            require("viewer_count", viewerCount);
        } else {
            problems.put("the row", "the row is " + JsonWords.of(json.currentToken()) + ", expected an object");
            json.skipChildren();
        }
        String problem = problems.isEmpty() ? null : String.join("; ", problems.values());
        return new StreamRow(
                id,
                userId,
                userLogin,
                userName,
                gameId,
                gameName,
                type,
                title,
                tags,
                viewerCount,
                startedAt,
                language,
                thumbnailUrl,
                tagIds,
                isMature,
                extra == null ? null : extra.append('}').toString(),
                problem,
                problem == null && fieldsTellAll ? null : textFrom(start));
    }

    private void field(String name) {
        int start = startOffset();
        JsonToken value = json.nextToken();
        switch (name) {
            case "id" -> id = text(name, value);
            case "user_id" -> userId = text(name, value);
            case "user_login" -> userLogin = text(name, value);
            case "user_name" -> userName = text(name, value);
            case "game_id" -> gameId = text(name, value);
            case "game_name" -> gameName = text(name, value);
            case "type" -> type = text(name, value);
            case "title" -> title = text(name, value);
            case "tags" -> tags = texts(name, value);
            case "viewer_count" -> viewerCount = count(name, value);
            case "started_at" -> startedAt = text(name, value);
            case "language" -> language = text(name, value);
            case "thumbnail_url" -> thumbnailUrl = text(name, value);
            case "tag_ids" -> tagIds = texts(name, value);
            case "is_mature" -> isMature = flag(name, value);
            default -> {
                json.skipChildren();
                extra = extra == null ? new StringBuilder("{") : extra.append(',');
                extra.append(textFrom(start));
                return;
            }
        }
        fieldsTellAll &= names.add(name);
    }

    private String text(String name, JsonToken value) {
        return value == JsonToken.VALUE_STRING ? text() : misfit(name, value, "text");
    }

    private String text() {
        String text = json.getString();
        fieldsTellAll &= !hasHalfAPair(text);
        return text;
    }

    /** JSON may escape half of a surrogate pair, which UTF-8 cannot hold. */
    private static boolean hasHalfAPair(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (Character.isSurrogate(text.charAt(at)) && Character.isBmpCodePoint(text.codePointAt(at++))) {
                return true;
            }
        }
        return false;
    }

    private Long count(String name, JsonToken value) {
        if (value != JsonToken.VALUE_NUMBER_INT) {
            return misfit(name, value, "a whole number");
        }
        if (json.getStringLength() > LONGEST_COUNT || json.getLongValue() < 0) {
            problems.put(name, name + " is " + shortened(json.getString()) + ", expected a number of viewers");
            return null;
        }
        return json.getLongValue();
    }

    private Boolean flag(String name, JsonToken value) {
        return value == JsonToken.VALUE_TRUE || value == JsonToken.VALUE_FALSE
                ? Boolean.valueOf(json.getBooleanValue())
                : misfit(name, value, "true or false");
    }

    private List<String> texts(String name, JsonToken value) {
        if (value != JsonToken.START_ARRAY) {
            return misfit(name, value, "an array of text");
        }
        List<String> texts = new ArrayList<>();
        boolean fits = true;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() == JsonToken.VALUE_STRING) {
                texts.add(text());
            } else {
                fits = false;
                problems.putIfAbsent(name, name + " holds " + JsonWords.of(json.currentToken()) + ", expected text");
                json.skipChildren();
            }
        }
        return fits ? List.copyOf(texts) : null;
    }

    /** Null for a value that is null or of another type; the latter is a problem. */
    private <T> T misfit(String name, JsonToken value, String expected) {
        if (value != JsonToken.VALUE_NULL) {
            problems.put(name, name + " is " + JsonWords.of(value) + ", expected " + expected);
            json.skipChildren();
        }
        return null;
    }

    private void require(String name, Object value) {
        if (value == null) {
            problems.putIfAbsent(name, name + " is missing");
        } else if (value.equals("")) {
            problems.put(name, name + " is empty");
        }
    }

    private int startOffset() {
        return (int) json.currentTokenLocation().getByteOffset();
    }

    private String textFrom(int start) {
        json.finishToken();
        int end = (int) json.currentLocation().getByteOffset();
        return new String(body, start, end - start, StandardCharsets.UTF_8);
    }

    private static String shortened(String number) {
        return number.length() <= 24 ? number : number.substring(0, 24) + "…";
    }
}
