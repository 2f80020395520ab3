package io.streamgauge.lake;

import java.time.Instant;
import java.util.List;

/**
 * One row of a live listing as it was received, repeats included.
 *
 * <p>Every field may be null where the source sent null or nothing. A row that does not fit these types keeps its whole
 * text in {@code raw} and says why in {@code problem}; it is stored like any other and quarantined by the models.
 *
 * <p>Text is stored to the byte, control characters included. Half of a surrogate pair, which JSON can escape and UTF-8
 * cannot hold, is stored as U+FFFD; the row then carries its JSON in {@code raw} too and counts like any other.
 *
 * @param observedAt time of the response that carried the row
 * @param page number of that response within the crawl, from 1; 0 for a row recovered by a direct query for its channel
 * @param position number of the row within the crawl, from 1, in order of arrival
 * @param startedAt as sent, RFC 3339 text
 * @param viewerCount viewers
 * @param extra fields that are not listed here, as one JSON object, or null where there are none
 * @param problem why the row does not fit, or null
 * @param raw the row's JSON where {@code problem} is set or the fields do not tell all of it, else null
 */
public record LandingRow(
        Instant observedAt,
        int page,
        int position,
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
        String raw) {}
