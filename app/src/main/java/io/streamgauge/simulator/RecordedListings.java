package io.streamgauge.simulator;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Opens recordings. An unfiltered first page begins a walk; queries by language or category go on over the same snapshot, and
 * those for channels look at it alone.
 */
final class RecordedListings implements Listings {
    private static final Pattern CURSOR = Pattern.compile("(\\d{1,6}):(\\d{1,9})");

    private final Replay replay;

    RecordedListings(Replay replay) {
        this.replay = replay;
    }

    @Override
    public Opening open(StreamsQuery query) {
        Place start = query.after().or(query::before).map(this::decoded).orElseGet(() -> first(query));
        RecordedRows rows = new RecordedRows(start.snapshot(), replay.recording(start.snapshot()));
        return new Opening(rows, start.row(), () -> {
            if (query.isListing()) {
                replay.endWalk(start.snapshot());
            }
        });
    }

    private Place first(StreamsQuery query) {
        return new Place(query.isUnfiltered() ? replay.startWalk() : replay.current(), 0);
    }

    private Place decoded(String cursor) {
        try {
            Matcher matcher = CURSOR.matcher(new String(Base64.getDecoder().decode(cursor), StandardCharsets.UTF_8));
            if (matcher.matches() && Integer.parseInt(matcher.group(1)) < replay.snapshots()) {
                return new Place(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
            }
        } catch (IllegalArgumentException notBase64) {
            throw new Refusal(400, "invalid cursor");
        }
        throw new Refusal(400, "invalid cursor");
    }

    /** A row of a snapshot. */
    record Place(int snapshot, int row) {
        String encoded() {
            byte[] text = (snapshot + ":" + row).getBytes(StandardCharsets.UTF_8);
            return Base64.getEncoder().withoutPadding().encodeToString(text);
        }
    }
}
