package io.streamgauge.simulator;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Get Streams over a recording: each row as recorded. Filtered queries look at the snapshot without moving on. */
final class ReplayEndpoint implements Endpoint {
    private static final Pattern CURSOR = Pattern.compile("(\\d{1,6}):(\\d{1,9})");

    private final Replay replay;

    ReplayEndpoint(Replay replay) {
        this.replay = replay;
    }

    @Override
    public Reply answer(Call call) {
        StreamsQuery query = StreamsQuery.of(call.query());
        Place start = query.after().or(query::before).map(this::decoded).orElseGet(() -> first(query));
        List<Recording.Row> rows = replay.recording(start.snapshot()).rows();
        JsonBytes json = new JsonBytes(query.first() * 800 + 200).raw("{\"data\":[");
        int served = 0;
        for (int row = start.row(); row < rows.size(); row++) {
            if (rows.get(row).matches(query)) {
                if (served == query.first()) {
                    return page(json, new Place(start.snapshot(), row).encoded());
                }
                json.raw(served++ == 0 ? "" : ",").raw(rows.get(row).json());
            }
        }
        if (query.isUnfiltered()) {
            replay.endWalk(start.snapshot());
        }
        return page(json, "");
    }

    private Place first(StreamsQuery query) {
        return new Place(query.isUnfiltered() ? replay.startWalk() : replay.current(), 0);
    }

    private static Reply page(JsonBytes json, String cursor) {
        return Reply.json(json.raw("],\"pagination\":")
                .raw(StreamJson.pagination(cursor))
                .raw("}")
                .toBytes());
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

    private record Place(int snapshot, int row) {
        String encoded() {
            byte[] text = (snapshot + ":" + row).getBytes(StandardCharsets.UTF_8);
            return Base64.getEncoder().withoutPadding().encodeToString(text);
        }
    }
}
