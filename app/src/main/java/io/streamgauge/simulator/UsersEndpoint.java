package io.streamgauge.simulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Get Users: channels by id or login, live or not; those that do not exist are just absent. */
final class UsersEndpoint implements Endpoint {
    private static final Instant FIRST_ACCOUNT = Instant.parse("2011-01-01T00:00:00Z");

    private final CurrentListing current;

    UsersEndpoint(CurrentListing current) {
        this.current = current;
    }

    @Override
    public Reply answer(Call call) {
        List<String> ids = call.query().all("id");
        List<String> logins = call.query().all("login");
        int asked = ids.size() + logins.size();
        if (asked == 0 || asked > 100) {
            throw new Refusal(400, "Give 1 to 100 of id and login in all, not " + asked);
        }
        Instant time = current.now().time();
        Set<Identity> found = new LinkedHashSet<>();
        ids.forEach(id -> current.world().channelWithId(id, time).ifPresent(found::add));
        logins.forEach(login -> current.world().channelWithLogin(login, time).ifPresent(found::add));
        List<Map<String, Object>> data = new ArrayList<>();
        found.forEach(identity -> data.add(row(identity)));
        return Reply.json(Map.of("data", data));
    }

    private static Map<String, Object> row(Identity identity) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", identity.userId());
        row.put("login", identity.login());
        row.put("display_name", identity.displayName());
        row.put("type", "");
        row.put("broadcaster_type", "affiliate");
        row.put("description", "");
        row.put("profile_image_url", "");
        row.put("offline_image_url", "");
        row.put("view_count", 0);
        row.put("created_at", createdAt(identity.userId()).toString());
        return row;
    }

    /** Ids were given out in order. */
    private static Instant createdAt(String userId) {
        return FIRST_ACCOUNT.plusSeconds(Long.parseLong(userId) / 4);
    }
}
