package io.streamgauge.twitch;

import java.util.List;

/**
 * One object of a Get Streams page. A field is null where Twitch sent null or nothing, or something of another type.
 *
 * @param extra fields that are not listed here, verbatim and in order of arrival, as one JSON object; null where none
 * @param problem why the object does not fit, for example {@code viewer_count is an array, expected a whole number}, or null
 * @param raw the object's JSON, verbatim, where the fields above do not tell all of it, else null: where {@code problem} is
 *     set, where a field came twice (the last one stands), and where text holds half of a surrogate pair
 */
public record StreamRow(
        String id,
        String userId,
        String userLogin,
        String userName,
        String gameId,
        String gameName,
        String type,
        String title,
        List<String> tags,
        Long viewerCount,
        String startedAt,
        String language,
        String thumbnailUrl,
        List<String> tagIds,
        Boolean isMature,
        String extra,
        String problem,
        String raw) {

    public boolean fits() {
        return problem == null;
    }
}
